package jinbo.exchange.openpgp;

/** Counts the packets of all layers of one message. */
final class PacketCount {

    private final int most;
    private int count;

    PacketCount(int most) {
        this.most = most;
    }

    void another() throws BadEnvelope {
        if (++count > most) {
            throw BadEnvelope.invalid("The message has more than " + most + " packets");
        }
    }
}
