package jinbo.accesslog.verifier;

/** Ends a verification, with what came of it. */
final class VerificationStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient VerificationOutcome outcome;

    VerificationStoppedException(VerificationOutcome outcome) {
        super(outcome.sentence(java.util.Locale.ROOT));
        this.outcome = outcome;
    }

    VerificationOutcome outcome() {
        return outcome;
    }
}
