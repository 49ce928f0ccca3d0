package jinbo.participant.operation;

import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;
import jinbo.reference.phone.PhoneDigits;

/** The reason that a person states for an operation; it is stored and shown. */
public record Reason(String text) {

    public Reason {
        if (text.isBlank()) {
            throw new StaffException(StaffError.REASON_MISSING);
        }
        if (PhoneDigits.mayContainNumber(text)) {
            throw new StaffException(StaffError.REASON_HOLDS_NUMBER);
        }
        if (!AccessPurpose.isStorable(text)) {
            throw new StaffException(StaffError.REASON_NOT_STORABLE, AccessPurpose.LONGEST);
        }
        text = text.strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
