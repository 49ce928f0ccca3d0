package jinbo.platform.deflate;

/**
 * How far back a repetition reaches, less one, and how that is written (RFC 1951, section 3.2.5): four distances with a symbol each,
 * then two symbols for each doubling, and some bits that tell it from others.
 */
final class DistanceCodes {

    private DistanceCodes() {}

    static int symbol(int back) {
        int extra = extra(back);
        return 2 * extra + (back >>> extra);
    }

    /** How many bits follow the symbol. */
    static int extra(int back) {
        return Integer.SIZE - 2 - Integer.numberOfLeadingZeros(back | 2);
    }

    /** The bits that follow the symbol. */
    static int rest(int back) {
        return back & (1 << extra(back)) - 1;
    }
}
