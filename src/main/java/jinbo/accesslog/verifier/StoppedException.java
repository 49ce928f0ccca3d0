package jinbo.accesslog.verifier;

/** Ends a verification, with what came of it. */
final class StoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    StoppedException(Outcome outcome) {
        super(outcome.sentence(java.util.Locale.ROOT));
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
