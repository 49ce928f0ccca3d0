package jinbo.platform.deflate;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Packs bits into bytes: the first bit becomes the lowest bit of the first byte (RFC 1951, section 3.1.1). */
final class BitOutput {

    private static final int BUFFER = 1 << 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    /** The bits that do not fill a byte yet; between two calls fewer than eight. */
    private long bits;

    private int waiting;

    BitOutput(OutputStream out) {
        this.out = out;
    }

    /** Adds the lowest {@code count} bits of a value, at most 56; its higher bits must be zero. */
    void put(long value, int count) throws IOException {
        bits |= value << waiting;
        waiting += count;
        if (filled > BUFFER - Long.BYTES) {
            drain();
        }
        LONGS.set(buffer, filled, bits);
        int whole = waiting >>> 3;
        filled += whole;
        bits >>>= whole << 3;
        waiting &= 7;
    }

    void align() throws IOException {
        put(0, -waiting & 7);
    }

    /** Adds whole bytes at a byte boundary. */
    void bytes(byte[] octets, int offset, int length) throws IOException {
        drain();
        out.write(octets, offset, length);
    }

    void drain() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
