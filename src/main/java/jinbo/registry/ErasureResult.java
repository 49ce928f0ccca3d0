package jinbo.registry;

/**
 * A page of the walk through all numbers.
 *
 * @param erased what was erased on it
 * @param rest where the walk goes on
 */
public record ErasureResult(ErasureCount erased, ErasureProgress rest) {

    static ErasureResult nothing(ErasureProgress rest) {
        return new ErasureResult(ErasureCount.NOTHING, rest);
    }
}
