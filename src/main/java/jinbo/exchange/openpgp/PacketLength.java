package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** The length octets of packets in the current format (RFC 9580, section 4.2.1). */
final class PacketLength {

    private PacketLength() {}

    static int octet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw EnvelopeException.invalid("The message ends within a packet's header");
        }
        return octet;
    }

    static long number(InputStream in, int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | octet(in);
        }
        return number;
    }

    static boolean isPartial(int first) {
        return first >= 224 && first < 255;
    }

    static long ofPartialBody(int first) {
        return 1L << (first & 0x1f);
    }

    static long ofWhole(int first, InputStream in) throws IOException {
        if (first < 192) {
            return first;
        }
        return first == 255 ? number(in, 4) : ((first - 192L) << 8) + octet(in) + 192;
    }
}
