package jinbo.platform.faultpoint;

/** Is told when the program comes to a {@link CrashPoint}; tests kill it there, nobody else listens. */
@FunctionalInterface
public interface CrashPoints {

    /** Nobody listens. */
    CrashPoints UNWATCHED = point -> {};

    /** The program has come to this point; it goes on when this returns. */
    void reach(CrashPoint point);
}
