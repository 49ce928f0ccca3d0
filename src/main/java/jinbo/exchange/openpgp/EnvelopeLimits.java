package jinbo.exchange.openpgp;

/**
 * @param ratio the largest compression ratio, checked from one mebibyte of clear content on
 * @param packets of all layers; each recipient needs one
 */
public record EnvelopeLimits(long sealedBytes, long clearBytes, int ratio, int packets) {

    /** Bounds memory: session key packets of up to 64 KiB are held until one of them opens. */
    private static final int MOST_PACKETS = 1000;

    public EnvelopeLimits {
        if (sealedBytes <= 0 || clearBytes <= 0 || ratio <= 0 || packets <= 0) {
            throw new IllegalArgumentException("Each limit of an envelope must be greater than 0");
        }
        if (packets > MOST_PACKETS) {
            throw new IllegalArgumentException("The packets of an envelope cannot be more than " + MOST_PACKETS);
        }
    }

    /** 512 MiB sealed, 2 GiB clear, a ratio of 200 and 64 packets, which is far above any known upload. */
    public static EnvelopeLimits standard() {
        return new EnvelopeLimits(512L << 20, 2L << 30, 200, 64);
    }
}
