package jinbo.deflate;

import java.io.IOException;
import java.io.OutputStream;

/** Packs bits into bytes as RFC 1951, section 3.1.1, wants it: the first bit is the lowest of the first byte. */
final class BitOutput {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long bits;
    private int waiting;

    BitOutput(OutputStream out) {
        this.out = out;
    }

    /** Adds the lowest bits of a value, at most 32, the lowest first; the others are zero. */
    void put(int value, int count) throws IOException {
        bits |= Integer.toUnsignedLong(value) << waiting;
        waiting += count;
        if (waiting >= Integer.SIZE) {
            if (filled > BUFFER - Integer.BYTES) {
                drain();
            }
            for (int i = 0; i < Integer.BYTES; i++) {
                buffer[filled++] = (byte) (bits >>> Byte.SIZE * i);
            }
            bits >>>= Integer.SIZE;
            waiting -= Integer.SIZE;
        }
    }

    /** Fills the byte that was begun up with zeros. */
    void align() throws IOException {
        waiting = (waiting + 7) / 8 * 8;
        drain();
        while (waiting > 0) {
            buffer[filled++] = (byte) bits;
            bits >>>= Byte.SIZE;
            waiting -= Byte.SIZE;
        }
    }

    /** Adds whole bytes; the last one has to be full. */
    void bytes(byte[] octets, int offset, int length) throws IOException {
        drain();
        out.write(octets, offset, length);
    }

    /** Hands all whole bytes on. */
    void drain() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
