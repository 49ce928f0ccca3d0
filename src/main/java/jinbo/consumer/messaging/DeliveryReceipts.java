package jinbo.consumer.messaging;

/** Accepts delivery receipts of gateways. */
public interface DeliveryReceipts {

    /** The longest body of a receipt; longer requests need not be read completely. */
    int MOST_BYTES = 4096;

    /**
     * Returns false if such a gateway cannot exist, so that its requests need not be read.
     *
     * @param gateway as in the request path
     */
    boolean isKnown(String gateway);

    /**
     * Processes a receipt. If the message goes to the next gateway, this takes as long as that gateway.
     *
     * @param gateway as in the request path: {@code first} or {@code second}
     * @param timestamp header {@code jinbo-timestamp}; empty if missing
     * @param signature header {@code jinbo-signature}; empty if missing
     */
    Outcome take(String gateway, String timestamp, String signature, byte[] body);

    sealed interface Outcome {

        /** The receipt is genuine. A failed message was handed to the next gateway. */
        record Accepted() implements Outcome {}

        /** The signature does not match a secret of this gateway. */
        record Forged() implements Outcome {}

        /** The timestamp is too old or in the future; the receipt may be a replay. */
        record Stale() implements Outcome {}

        /** The gateway is unknown, or has no such message that is recent and without a receipt. */
        record Unknown() implements Outcome {}

        /** The receipt is genuine, but its format is wrong. */
        record Malformed() implements Outcome {}

        /**
         * The signature cannot be verified now; the gateway may repeat the receipt.
         *
         * @param why reason for operators
         */
        record Unverifiable(String why) implements Outcome {}
    }
}
