package jinbo.exchange.openpgp;

/** Decides how much of the clear content counts toward the compression ratio; all of it counts toward the size. */
@FunctionalInterface
public interface CompressionRatioWeight {

    CompressionRatioWeight EVERY_BYTE = (buffer, offset, length) -> length;

    /** @return the number of additional bytes that count; they may belong to an earlier piece */
    long weigh(byte[] buffer, int offset, int length);
}
