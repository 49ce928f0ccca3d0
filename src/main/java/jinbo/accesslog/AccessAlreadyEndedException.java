package jinbo.accesslog;

/**
 * The access already has a result: another process took its process for dead and ended it as {@link
 * AccessLog#ABANDONED}. The caller must roll back, so that nothing remains of its work.
 */
public final class AccessAlreadyEndedException extends RuntimeException {

    AccessAlreadyEndedException(long beginEntry) {
        super("Access " + beginEntry
                + " was given up by another process, which took this one for dead, so what it did is not"
                + " kept; run again");
    }
}
