package jinbo.platform.faultpoint;

/** Is called when the program reaches a {@link FaultPoint}; only tests implement it, to kill the process. */
@FunctionalInterface
public interface FaultPointListener {

    FaultPointListener UNWATCHED = point -> {};

    void reached(FaultPoint point);
}
