package jinbo.batch;

import jinbo.reference.phone.PhoneDigits;

/**
 * Why a person does something, in words that may be kept and shown.
 *
 * @param text not blank, without a phone number, as they are kept
 */
public record Reason(String text) {

    /**
     * @throws ReasonException if the reason is empty or holds what may be a phone number
     */
    public Reason {
        if (text.isBlank()) {
            throw new ReasonException("A reason is needed: it is kept, and told with a refusal to the insurer");
        }
        if (PhoneDigits.mayContainNumber(text)) {
            throw new ReasonException("The reason seems to hold a phone number; say it without one");
        }
        text = text.strip();
    }

    /** A reason that a person gave cannot be kept as it is. */
    public static final class ReasonException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReasonException(String message) {
            super(message);
        }
    }
}
