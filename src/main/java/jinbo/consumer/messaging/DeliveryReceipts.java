package jinbo.consumer.messaging;

/** Where gateways report about the messages that they have taken. */
public interface DeliveryReceipts {

    /** The most that a receipt may have; whoever receives one need not read on. */
    int MOST_BYTES = 4096;

    /**
     * Whether there may be such a gateway: what comes for another one need not be read.
     *
     * @param gateway which, as the address says that it was sent to
     */
    boolean isKnown(String gateway);

    /**
     * Takes one. Where the message is to go to the next gateway, this takes as long as that one takes.
     *
     * @param gateway which, as the address says that it was sent to: {@code first} or {@code second}
     * @param timestamp the header {@code jinbo-timestamp}; empty if there is none
     * @param signature the header {@code jinbo-signature}; empty if there is none
     */
    Outcome take(String gateway, String timestamp, String signature, byte[] body);

    sealed interface Outcome {

        /** It is of its gateway and about a message of ours; a message that has failed was handed to the next gateway. */
        record Accepted() implements Outcome {}

        /** Nobody who knows a secret of this gateway has signed it. */
        record Forged() implements Outcome {}

        /** It was signed long ago (or is yet to be): somebody may have kept it and sent it again. */
        record Stale() implements Outcome {}

        /** There is no such gateway, or no such message under way at it: too old, reported on already, or none of ours. */
        record Unknown() implements Outcome {}

        /** It is of its gateway, but not in the form of a receipt. */
        record Malformed() implements Outcome {}

        /**
         * Whether it is of its gateway cannot be told now; it may come again later.
         *
         * @param why in words, for operators
         */
        record Unverifiable(String why) implements Outcome {}
    }
}
