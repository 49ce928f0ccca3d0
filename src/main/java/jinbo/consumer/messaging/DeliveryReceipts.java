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
     * @param body the bytes as they came
     */
    ReceiptOutcome take(String gateway, String timestamp, String signature, byte[] body);
}
