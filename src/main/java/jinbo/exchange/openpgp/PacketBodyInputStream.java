package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** The body of one packet, of definite, partial or indeterminate length; an end before its time is damage. */
final class PacketBodyInputStream extends BulkInputStream {

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
