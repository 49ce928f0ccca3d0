package jinbo.participant.operation;

import jinbo.reference.phone.PhoneDigits;

/** The reason for which a person reads consumers' data or decides about it. It stays in the access log for ever. */
public record AccessPurpose(String text) {

    private static final int LONGEST = 500;

    public AccessPurpose {
        if (text.isBlank() || text.length() > LONGEST || PhoneDigits.mayContainNumber(text)) {
            throw new InvalidOperationException(OperationError.REASON_UNUSABLE, LONGEST);
        }
        text = text.strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
