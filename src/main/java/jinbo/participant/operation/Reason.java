package jinbo.participant.operation;

import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;
import jinbo.reference.phone.PhoneDigits;

/**
 * Why a person does something, in words that may be kept and shown.
 *
 * @param text not blank, without a phone number, as they are kept
 */
public record Reason(String text) {

    /** @throws StaffException if the reason is empty or holds what may be a phone number */
    public Reason {
        if (text.isBlank()) {
            throw new StaffException(StaffError.REASON_MISSING);
        }
        if (PhoneDigits.mayContainNumber(text)) {
            throw new StaffException(StaffError.REASON_HOLDS_NUMBER);
        }
        text = text.strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
