package jinbo.consumer;

/**
 * How long data of consumers are kept; the settings of {@code erase-ended}.
 *
 * @param months until a number is erased, after the end of its last block or the closing of its last complaint
 * @param years whole calendar years until the key of the hashes of a year is destroyed
 */
public record RetentionTimes(int months, int years) {}
