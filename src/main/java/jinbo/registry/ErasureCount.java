package jinbo.registry;

/**
 * What was erased.
 *
 * @param numbers how many numbers
 * @param acts in how many acts they stood
 */
public record ErasureCount(long numbers, long acts) {

    /** Nothing. */
    public static final ErasureCount NOTHING = new ErasureCount(0, 0);
}
