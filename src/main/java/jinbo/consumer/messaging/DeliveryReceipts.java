package jinbo.consumer.messaging;

/** Accepts delivery receipts: a gateway's signed report whether a message has arrived. */
public interface DeliveryReceipts {

    int MOST_BYTES = 4096;

    /** Returns false if such a gateway cannot exist, so that its requests need not be read. */
    boolean isKnown(String gateway);

    /**
     * Processes a receipt. If it reports a failure, the message is handed to the next gateway before the method
     * returns.
     *
     * @param gateway {@code first} or {@code second}
     * @param timestamp header {@code jinbo-timestamp}; empty if missing
     * @param signature header {@code jinbo-signature}; empty if missing
     */
    Outcome take(String gateway, String timestamp, String signature, byte[] body);

    sealed interface Outcome {

        /** The receipt is genuine. A failed message was handed to the next gateway. */
        record Accepted() implements Outcome {}

        record Forged() implements Outcome {}

        /** The timestamp is too old or in the future; the receipt may be a replay. */
        record Stale() implements Outcome {}

        /** The gateway is unknown, or has no such message that is recent and without a receipt. */
        record Unknown() implements Outcome {}

        /** The receipt is genuine, but its format is wrong. */
        record Malformed() implements Outcome {}

        /** The signature cannot be verified for the moment; the gateway may repeat the receipt. */
        record Unverifiable(String why) implements Outcome {}
    }
}
