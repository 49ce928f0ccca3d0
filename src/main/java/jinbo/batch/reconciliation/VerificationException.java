package jinbo.batch.reconciliation;

/** The database or the spool failed while the sums were checked. Carries the SQL state, never the server's text. */
public final class VerificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerificationException(String reason) {
        super("The totals could not be verified (" + reason + "); check the database and the disk of the home, then run"
                + " \"registry verify\"");
    }
}
