package jinbo.platform.deflate;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a deflate stream (RFC 1951) of bytes, and of repetitions that the caller knows of: blocks of some ten thousand of them, each
 * with the Huffman codes that suit it. Memory does not grow. Not for several threads at once.
 */
public final class DeflateOutput {

    /** How far back a repetition may reach. */
    public static final int WINDOW = 1 << 15;

    private static final int TOKENS = 1 << 15;
    private static final int MOST_STORED = 0xFFFF;

    private final BitOutput bits;
    private final DynamicBlock block = new DynamicBlock(TOKENS);

    /** What is written goes to a stream that stays open. */
    public DeflateOutput(OutputStream out) {
        this.bits = new BitOutput(out);
    }

    /** Adds bytes as they are. */
    public void literals(byte[] from, int at, int count) throws IOException {
        int end = at + count;
        for (int i = at; i < end; ) {
            room();
            i += block.literals(from, i, end - i);
        }
    }

    /**
     * Adds bytes that stood in the stream before.
     *
     * @param length how many, 3 to 258
     * @param distance how far back they begin, 1 to {@link #WINDOW}; less than the length repeats what is being repeated
     * @throws IllegalArgumentException if either is out of its range
     */
    public void repeat(int length, int distance) throws IOException {
        if (length < LengthCodes.SHORTEST || length > LengthCodes.LONGEST || distance < 1 || distance > WINDOW) {
            throw new IllegalArgumentException("No repetition of " + length + " bytes from " + distance + " back");
        }
        room();
        block.repeat(length, distance);
    }

    /** Adds bytes in blocks of their own that do not compress, so that the stream is at the end of a byte afterwards. */
    public void stored(byte[] content) throws IOException {
        endBlock();
        int at = 0;
        do {
            int length = Math.min(content.length - at, MOST_STORED);
            storedHeader(length, false);
            bits.bytes(content, at, length);
            at += length;
        } while (at < content.length);
    }

    /**
     * Ends the stream, with bytes that do not compress.
     *
     * @throws IllegalArgumentException if there are more than 65,535
     */
    public void finish(byte[] content) throws IOException {
        if (content.length > MOST_STORED) {
            throw new IllegalArgumentException("A last block holds no " + content.length + " bytes");
        }
        endBlock();
        storedHeader(content.length, true);
        bits.bytes(content, 0, content.length);
        bits.drain();
    }

    private void room() throws IOException {
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
        bits.put(~length & MOST_STORED, 16);
    }
}
