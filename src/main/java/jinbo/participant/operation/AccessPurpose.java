package jinbo.participant.operation;

import jinbo.reference.phone.PhoneDigits;

/**
 * Why somebody looks at what is kept of consumers, or decides about it: the purpose of an entry of the access log, for ever.
 *
 * @param text not blank, without a phone number
 */
public record AccessPurpose(String text) {

    private static final int LONGEST = 500;

    /** @throws InvalidOperationException if it cannot be kept so */
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
