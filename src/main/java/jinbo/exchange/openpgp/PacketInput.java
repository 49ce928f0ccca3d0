package jinbo.exchange.openpgp;

import java.util.Arrays;

/** Reads the fields of a packet's body; throws an {@link EnvelopeException} if a field exceeds the body. */
final class PacketInput {

    private final byte[] body;
    private final int end;
    private int position;

    PacketInput(byte[] body) {
        this(body, 0, body.length);
    }

    private PacketInput(byte[] body, int begin, int end) {
        this.body = body;
        this.position = begin;
        this.end = end;
    }

    int remaining() {
        return end - position;
    }

    int readOctet() throws EnvelopeException {
        return (int) number(1);
    }

    long number(int octets) throws EnvelopeException {
        require(octets);
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | body[position++] & 0xff;
        }
        return number;
    }

    byte[] bytes(long length) throws EnvelopeException {
        require(length);
        byte[] bytes = Arrays.copyOfRange(body, position, position + (int) length);
        position += (int) length;
        return bytes;
    }

    PacketInput part(long length) throws EnvelopeException {
        require(length);
        PacketInput part = new PacketInput(body, position, position + (int) length);
        position += (int) length;
        return part;
    }

    void skipMultiprecisionInteger() throws EnvelopeException {
        bytes((number(2) + 7) / 8);
    }

    private void require(long octets) throws EnvelopeException {
        if (octets > remaining()) {
            throw EnvelopeException.invalid("A length within a packet goes beyond its end");
        }
    }
}
