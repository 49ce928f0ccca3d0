package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sequence of packets in one layer of a message, read strictly: the library skips what it does not expect, and what
 * is skipped is where attacks hide.
 */
final class PacketReader {

    private final InputStream in;
    private final Counter count;
    private @Nullable InputStream previous;

    PacketReader(InputStream in, Counter count) {
        this.in = in;
        this.count = count;
    }

    /** The next packet, whose predecessor must have been read to its end; empty at the end of the layer. */
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

    /** The next packet, which must be there and of this type. */
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
        int first = PacketLength.octet(in);
        if (!PacketLength.isPartial(first)) {
            return PacketBodyInputStream.ofLength(in, PacketLength.ofWhole(first, in));
        }
        long part = PacketLength.ofPartialBody(first);
        if (!carriesData(tag) || part < 512) {
            throw EnvelopeException.invalid("A packet of type " + tag + " comes in parts as the standard forbids");
        }
        return PacketBodyInputStream.partialLength(in, part);
    }

    private InputStream oldBody(int tag, int lengthType) throws IOException {
        if (lengthType < 3) {
            return PacketBodyInputStream.ofLength(in, PacketLength.number(in, 1 << lengthType));
        }
        if (!carriesData(tag)) {
            throw EnvelopeException.invalid("A packet of type " + tag + " has no length");
        }
        return PacketBodyInputStream.indeterminateLength(in);
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

    /** Counts the packets of all layers of one message. */
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

    /** The body of one packet, of definite, partial or indeterminate length; an end before its time is damage. */
    static final class PacketBodyInputStream extends BulkInputStream {

        private final InputStream in;
        private long remaining;
        private boolean more;
        private final boolean indeterminateLength;

        private PacketBodyInputStream(InputStream in, long length, boolean more, boolean toTheEnd) {
            this.in = in;
            this.remaining = length;
            this.more = more;
            this.indeterminateLength = toTheEnd;
        }

        static PacketBodyInputStream ofLength(InputStream in, long length) {
            return new PacketBodyInputStream(in, length, false, false);
        }

        static PacketBodyInputStream partialLength(InputStream in, long length) {
            return new PacketBodyInputStream(in, length, true, false);
        }

        /** Ends where the stream ends; GnuPG writes its compressed packets so. */
        static PacketBodyInputStream indeterminateLength(InputStream in) {
            return new PacketBodyInputStream(in, 0, false, true);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (indeterminateLength || length == 0) {
                return length == 0 ? 0 : in.read(buffer, offset, length);
            }
            while (remaining == 0) {
                if (!more) {
                    return -1;
                }
                nextPart();
            }
            int read = in.read(buffer, offset, (int) Math.min(length, remaining));
            if (read < 0) {
                throw EnvelopeException.invalid("The message ends within a packet");
            }
            remaining -= read;
            return read;
        }

        private void nextPart() throws IOException {
            int first = PacketLength.octet(in);
            if (PacketLength.isPartial(first)) {
                remaining = PacketLength.ofPartialBody(first);
            } else {
                remaining = PacketLength.ofWhole(first, in);
                more = false;
            }
        }
    }
}
