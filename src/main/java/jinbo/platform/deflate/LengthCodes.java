package jinbo.platform.deflate;

/** How the length of a repetition is written (RFC 1951, section 3.2.5): a symbol, and some bits that tell it from others. */
final class LengthCodes {

    static final int SHORTEST = 3;
    static final int LONGEST = 258;

    private static final int FIRST_SYMBOL = 257;
    private static final int LONGEST_SYMBOL = 285;

    private static final short[] SYMBOLS = new short[LONGEST + 1];
    private static final byte[] EXTRAS = new byte[LONGEST + 1];

    static {
        for (int length = SHORTEST; length < LONGEST; length++) {
            // eight lengths with a symbol each, then four symbols for each doubling
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

    /** How many bits follow the symbol. */
    static int extra(int length) {
        return EXTRAS[length];
    }

    /** The bits that follow the symbol. */
    static int rest(int length) {
        return length - SHORTEST & (1 << EXTRAS[length]) - 1;
    }
}
