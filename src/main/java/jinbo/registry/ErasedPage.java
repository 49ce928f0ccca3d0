package jinbo.registry;

/**
 * A page of the walk through all numbers.
 *
 * @param erased what was erased on it
 * @param rest where the walk goes on
 */
public record ErasedPage(Erased erased, ErasureWalk rest) {

    static ErasedPage nothing(ErasureWalk rest) {
        return new ErasedPage(Erased.NOTHING, rest);
    }
}
