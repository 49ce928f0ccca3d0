package jinbo.exchange.openpgp;

/**
 * How much an envelope may cost before it is refused.
 *
 * @param sealedBytes most bytes as received
 * @param ratio most bytes that one compressed byte may become, judged once a mebibyte is out; what has no {@link
 *     CompressionRatioWeight} does not count
 * @param packets most OpenPGP packets, of all layers together; one is needed for each recipient
 */
public record EnvelopeLimits(long sealedBytes, long clearBytes, int ratio, int packets) {

    /** The session keys are held until one of them opens, each at most 64 KiB. */
    private static final int MOST_PACKETS = 1000;

    /**
     * @throws IllegalArgumentException if a limit is not positive, or there would be more packets than memory should hold
     */
    public EnvelopeLimits {
        if (sealedBytes <= 0 || clearBytes <= 0 || ratio <= 0 || packets <= 0) {
            throw new IllegalArgumentException("Each limit of an envelope must be greater than 0");
        }
        if (packets > MOST_PACKETS) {
            throw new IllegalArgumentException("The packets of an envelope cannot be more than " + MOST_PACKETS);
        }
    }

    /** 512 MiB sealed, 2 GiB clear, 200 to one, 64 packets: far above any upload that was ever seen. */
    public static EnvelopeLimits standard() {
        return new EnvelopeLimits(512L << 20, 2L << 30, 200, 64);
    }
}
