package jinbo.batch;

import java.io.IOException;

/** The spool, a folder on this machine's disk, cannot be used. */
public final class SpoolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param action what could not be done: {@code read}, {@code write}, {@code clear}
     * @param file the file as it may be shown
     */
    public SpoolException(String action, String file, IOException cause) {
        super(
                "The spool cannot " + action + " " + file + " ("
                        + cause.getClass().getSimpleName()
                        + "); check that the disk of the home is mounted, writable and not full, and run again",
                cause);
    }
}
