package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the packets of one layer strictly, unlike the library, which skips unexpected packets that may be attacks. */
final class PacketReader {

    private final InputStream in;
    private final Counter count;
    private @Nullable InputStream previous;

    PacketReader(InputStream in, Counter count) {
        this.in = in;
        this.count = count;
    }

    /** Returns the next packet; empty at the end of the layer. The previous packet must have been read to its end. */
    Optional<Packet> next() throws IOException {
        if (previous != null && previous.read() >= 0) {
            throw EnvelopeException.invalid("A packet holds more than its content");
        }
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if ((first & 0x80) == 0) {
            throw EnvelopeException.invalid("No packet begins where one should");
        }
        count.increment();
        int tag = (first & 0x40) == 0 ? first >> 2 & 0x0f : first & 0x3f;
        InputStream body = (first & 0x40) == 0 ? oldBody(tag, first & 3) : newBody(tag);
        previous = body;
        return Optional.of(new Packet(tag, body));
    }

    Packet expect(int tag, String what) throws IOException {
        Packet packet =
                next().orElseThrow(() -> EnvelopeException.invalid("The message ends where " + what + " should be"));
        if (packet.tag() != tag) {
            throw EnvelopeException.invalid(
                    "A packet of type " + packet.tag() + " stands where " + what + " should be");
        }
        return packet;
    }

    void expectEnd(String after) throws IOException {
        Optional<Packet> extra = next();
        if (extra.isPresent()) {
            throw EnvelopeException.invalid("A packet of type " + extra.get().tag() + " follows after " + after);
        }
    }

    private InputStream newBody(int tag) throws IOException {
        int first = readOctet(in);
        if (!isPartial(first)) {
            return new PacketBodyInputStream(in, wholeLength(first, in), false);
        }
        long part = partialLength(first);
        if (!carriesData(tag) || part < 512) {
            throw EnvelopeException.invalid("A packet of type " + tag + " comes in parts as the standard forbids");
        }
        return new PacketBodyInputStream(in, part, true);
    }

    private InputStream oldBody(int tag, int lengthType) throws IOException {
        if (lengthType < 3) {
            return new PacketBodyInputStream(in, readNumber(in, 1 << lengthType), false);
        }
        if (!carriesData(tag)) {
            throw EnvelopeException.invalid("A packet of type " + tag + " has no length");
        }
        // a packet of indeterminate length, as GnuPG writes for compressed data, ends where the layer ends
        return in;
    }

    private static boolean carriesData(int tag) {
        return switch (tag) {
            case Packet.COMPRESSED,
                    Packet.OLD_ENCRYPTED,
                    Packet.LITERAL,
                    Packet.INTEGRITY_PROTECTED,
                    Packet.GNUPG_OCB -> true;
            default -> false;
        };
    }

    static int readOctet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw EnvelopeException.invalid("The message ends within a packet's header");
        }
        return octet;
    }

    private static long readNumber(InputStream in, int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | readOctet(in);
        }
        return number;
    }

    /** True if the length octet announces a partial body (RFC 9580, section 4.2.1.4). */
    private static boolean isPartial(int first) {
        return first >= 224 && first < 255;
    }

    private static long partialLength(int first) {
        return 1L << (first & 0x1f);
    }

    private static long wholeLength(int first, InputStream in) throws IOException {
        if (first < 192) {
            return first;
        }
        return first == 255 ? readNumber(in, 4) : ((first - 192L) << 8) + readOctet(in) + 192;
    }

    static final class Counter {

        private final int most;
        private int count;

        Counter(int most) {
            this.most = most;
        }

        void increment() throws EnvelopeException {
            if (++count > most) {
                throw EnvelopeException.invalid("The message has more than " + most + " packets");
            }
        }
    }

    private static final class PacketBodyInputStream extends BulkInputStream {

        private final InputStream in;
        private long remaining;
        private boolean more;

        PacketBodyInputStream(InputStream in, long length, boolean more) {
            this.in = in;
            this.remaining = length;
            this.more = more;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (remaining == 0) {
                if (!more) {
                    return -1;
                }
                int first = readOctet(in);
                more = isPartial(first);
                remaining = more ? partialLength(first) : wholeLength(first, in);
            }
            int read = in.read(buffer, offset, (int) Math.min(length, remaining));
            if (read < 0) {
                throw EnvelopeException.invalid("The message ends within a packet");
            }
            remaining -= read;
            return read;
        }
    }
}
