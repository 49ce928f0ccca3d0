package jinbo.batch;

import java.io.IOException;

/** The spool folder on the local disk is not usable. */
public final class SpoolException extends RuntimeException {

    /** @param action what failed: {@code read}, {@code write}, {@code clear} */
    public SpoolException(String action, String file, IOException cause) {
        super(
                "The spool cannot " + action + " " + file + " ("
                        + cause.getClass().getSimpleName()
                        + "); check that the disk of the home is mounted, writable and not full, and run again",
                cause);
    }
}
