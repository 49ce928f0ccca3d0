package jinbo.exchange.openpgp;

/** Counts the packets of all layers of one message. */
final class PacketCount {

    private final int most;
    private int count;

    PacketCount(int most) {
        this.most = most;
    }

    void increment() throws EnvelopeException {
        if (++count > most) {
            throw EnvelopeException.invalid("The message has more than " + most + " packets");
        }
    }
}
