package jinbo.batch;

import jinbo.reference.phone.PhoneDigits;

/**
 * Why a person does something, in words that may be kept and shown.
 *
 * @param text not blank, without a phone number, as they are kept
 */
public record Reason(String text) {

    /**
     * @throws BatchException if the reason is empty or holds what may be a phone number
     */
    public Reason {
        if (text.isBlank()) {
            throw new BatchException(BatchError.REASON_MISSING);
        }
        if (PhoneDigits.mayContainNumber(text)) {
            throw new BatchException(BatchError.REASON_HOLDS_NUMBER);
        }
        text = text.strip();
    }
}
