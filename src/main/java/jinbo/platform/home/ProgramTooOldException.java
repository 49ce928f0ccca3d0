package jinbo.platform.home;

/** A newer version of the program has migrated the database; this one would misread its tables, and set its grants back. */
public final class ProgramTooOldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProgramTooOldException(String database, String program, Throwable cause) {
        super(
                "A newer version of Jinbo has migrated the database to schema " + database
                        + ", and this one knows schema " + program
                        + "; install the newer version again, or restore the back-up from before the upgrade",
                cause);
    }
}
