package jinbo.platform.deflate;

import java.io.IOException;
import java.io.OutputStream;
import jinbo.platform.deflate.DynamicBlock.LengthCodes;

/**
 * Writes a deflate stream (RFC 1951) in blocks with dynamic Huffman codes. The caller says which bytes repeat earlier
 * ones; this class does not search for repetitions. Uses bounded memory. Not thread-safe.
 */
public final class DeflateOutput {

    public static final int WINDOW = 1 << 15;

    private static final int TOKENS = 1 << 15;
    private static final int MAX_STORED = 0xFFFF;

    private final BitOutput bits;
    private final DynamicBlock block = new DynamicBlock(TOKENS);

    public DeflateOutput(OutputStream out) {
        this.bits = new BitOutput(out);
    }

    public void literals(byte[] from, int at, int count) throws IOException {
        int end = at + count;
        for (int i = at; i < end; ) {
            makeRoom();
            i += block.literals(from, i, end - i);
        }
    }

    /**
     * @param length 3 to 258
     * @param distance how many bytes back the repeated bytes begin: 1 to {@link #WINDOW}; may be less than the length
     */
    public void repeat(int length, int distance) throws IOException {
        if (length < LengthCodes.SHORTEST || length > LengthCodes.LONGEST || distance < 1 || distance > WINDOW) {
            throw new IllegalArgumentException("No repetition of " + length + " bytes from " + distance + " back");
        }
        makeRoom();
        block.repeat(length, distance);
    }

    /** Adds bytes in uncompressed blocks; afterwards the stream is at a byte boundary. */
    public void stored(byte[] content) throws IOException {
        endBlock();
        int at = 0;
        do {
            int length = Math.min(content.length - at, MAX_STORED);
            storedHeader(length, false);
            bits.bytes(content, at, length);
            at += length;
        } while (at < content.length);
    }

    /** Ends the stream with an uncompressed block of at most 65,535 bytes. */
    public void finish(byte[] content) throws IOException {
        if (content.length > MAX_STORED) {
            throw new IllegalArgumentException("A last block holds no " + content.length + " bytes");
        }
        endBlock();
        storedHeader(content.length, true);
        bits.bytes(content, 0, content.length);
        bits.drain();
    }

    private void makeRoom() throws IOException {
        if (block.isFull()) {
            block.write(bits);
        }
    }

    private void endBlock() throws IOException {
        if (!block.isEmpty()) {
            block.write(bits);
        }
    }

    private void storedHeader(int length, boolean last) throws IOException {
        bits.put(last ? 1 : 0, 3);
        bits.align();
        bits.put(length, 16);
        bits.put(~length & MAX_STORED, 16);
    }
}
