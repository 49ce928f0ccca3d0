package jinbo.platform.deflate;

/** The codes of a length (RFC 1951, section 3.2.5): eight symbols, then four symbols for each power of two. */
final class LengthCodes {

    static final int SHORTEST = 3;
    static final int LONGEST = 258;

    private static final int FIRST_SYMBOL = 257;
    private static final int LONGEST_SYMBOL = 285;

    private static final short[] SYMBOLS = new short[LONGEST + 1];
    private static final byte[] EXTRAS = new byte[LONGEST + 1];

    static {
        for (int length = SHORTEST; length < LONGEST; length++) {
            int beyond = length - SHORTEST;
            int extra = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(beyond) - 3);
            EXTRAS[length] = (byte) extra;
            SYMBOLS[length] = (short) (FIRST_SYMBOL + 4 * extra + (beyond >>> extra));
        }
        SYMBOLS[LONGEST] = LONGEST_SYMBOL;
    }

    private LengthCodes() {}

    static int symbol(int length) {
        return SYMBOLS[length];
    }

    static int extra(int length) {
        return EXTRAS[length];
    }

    static int rest(int length) {
        return length - SHORTEST & (1 << EXTRAS[length]) - 1;
    }
}
