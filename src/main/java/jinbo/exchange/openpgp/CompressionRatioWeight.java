package jinbo.exchange.openpgp;

/** Decides how many bytes of clear content count toward the limit of the compression ratio. */
@FunctionalInterface
public interface CompressionRatioWeight {

    CompressionRatioWeight EVERY_BYTE = (buffer, offset, length) -> length;

    /** @return how many more bytes count now; they may be bytes of an earlier call */
    long weigh(byte[] buffer, int offset, int length);
}
