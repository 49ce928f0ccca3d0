package jinbo.exchange.openpgp;

/**
 * How often a passphrase is hashed before it protects a key.
 *
 * @param coded the coded count of S2K (RFC 9580, section 3.7.1.3)
 */
public record S2kIterations(int coded) {

    private static final int LARGEST_CODED = 0xff;

    public S2kIterations {
        if (coded < 0 || coded > LARGEST_CODED) {
            throw new IllegalArgumentException("The coded count is one byte, but was " + coded);
        }
    }

    /** For 65,011,712 bytes, the largest count of S2K. */
    public static final S2kIterations MAX = new S2kIterations(LARGEST_CODED);
}
