package jinbo.platform.home;

/** Hears what a process does while it starts. */
@FunctionalInterface
public interface StartListener {

    /** Nobody listens. */
    StartListener NOBODY = step -> {};

    /** A step begins. */
    void begins(StartStep step);
}
