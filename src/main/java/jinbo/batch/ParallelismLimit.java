package jinbo.batch;

/** Each insurer in progress needs up to four database connections; the pool in {@code application.yaml} has forty. */
public final class ParallelismLimit {

    private static final int MOST = 8;

    private ParallelismLimit() {}

    /** @throws IllegalArgumentException if the number is not 1 to 8 */
    public static void require(int insurersAtATime) {
        if (insurersAtATime < 1 || insurersAtATime > MOST) {
            throw new IllegalArgumentException("insurers-at-a-time is " + insurersAtATime + "; it may be 1 to " + MOST);
        }
    }
}
