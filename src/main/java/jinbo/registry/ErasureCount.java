package jinbo.registry;

/**
 * What was erased.
 *
 * @param numbers how many numbers
 * @param registrations in how many registrations they stood
 */
public record ErasureCount(long numbers, long registrations) {

    /** Nothing. */
    public static final ErasureCount NOTHING = new ErasureCount(0, 0);
}
