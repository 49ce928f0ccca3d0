package jinbo.exchange.openpgp;

/**
 * The limits beyond which an envelope is refused.
 *
 * @param ratio the largest compression ratio, checked as soon as there is one mebibyte of clear content
 * @param packets the number of packets in all layers together; each recipient needs one packet
 */
public record EnvelopeLimits(long sealedBytes, long clearBytes, int ratio, int packets) {

    /** Limits memory: session key packets of up to 64 KiB are held until one of them can be decrypted. */
    private static final int MAX_PACKETS = 1000;

    public EnvelopeLimits {
        if (sealedBytes <= 0 || clearBytes <= 0 || ratio <= 0 || packets <= 0) {
            throw new IllegalArgumentException("Each limit of an envelope must be greater than 0");
        }
        if (packets > MAX_PACKETS) {
            throw new IllegalArgumentException("The packets of an envelope cannot be more than " + MAX_PACKETS);
        }
    }

    /** 512 MiB sealed, 2 GiB clear, a ratio of 200 and 64 packets: far more than any known upload has. */
    public static EnvelopeLimits standard() {
        return new EnvelopeLimits(512L << 20, 2L << 30, 200, 64);
    }
}
