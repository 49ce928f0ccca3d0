package jinbo.batch.reconciliation;

/** The database or the spool failed while the sums were checked. Carries the SQL state, never the server's text. */
public final class VerificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    VerificationException(String reason) {
        super("The sums could not be checked (" + reason + "); check the database and the disk of the home, then run"
                + " \"registry verify\"");
        this.reason = reason;
    }

    /** The SQL state, or the kind of the failure. */
    public String reason() {
        return reason;
    }
}
