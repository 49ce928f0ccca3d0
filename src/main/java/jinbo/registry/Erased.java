package jinbo.registry;

/**
 * What was erased.
 *
 * @param numbers how many numbers
 * @param acts in how many acts they stood
 */
public record Erased(long numbers, long acts) {

    /** Nothing. */
    public static final Erased NOTHING = new Erased(0, 0);
}
