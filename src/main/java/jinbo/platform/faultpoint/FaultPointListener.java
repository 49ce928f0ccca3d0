package jinbo.platform.faultpoint;

/** Is told when the program comes to a {@link FaultPoint}; tests kill it there, nobody else listens. */
@FunctionalInterface
public interface FaultPointListener {

    FaultPointListener UNWATCHED = point -> {};

    /** The program has come to this point; it goes on when this returns. */
    void reached(FaultPoint point);
}
