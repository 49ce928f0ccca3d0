package jinbo.exchange.openpgp;

/** Says how much of the clear content counts toward the ratio of compression; all of it counts toward its size. */
@FunctionalInterface
public interface CompressionRatioWeight {

    CompressionRatioWeight EVERY_BYTE = (buffer, offset, length) -> length;

    /**
     * Shown the content piece by piece, in its order, before the limits are checked.
     *
     * @return how many bytes more count now; they may be of a piece before
     */
    long weigh(byte[] buffer, int offset, int length);
}
