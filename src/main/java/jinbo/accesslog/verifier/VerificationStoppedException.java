package jinbo.accesslog.verifier;

/** Stops a verification whose outcome is known. */
final class VerificationStoppedException extends Exception {

    private final transient VerificationOutcome outcome;

    VerificationStoppedException(VerificationOutcome outcome) {
        super(outcome.sentence(java.util.Locale.ROOT));
        this.outcome = outcome;
    }

    static VerificationStoppedException unreadable(Object file, Finding finding) {
        return new VerificationStoppedException(new VerificationOutcome.Unreadable(file.toString(), finding));
    }

    static VerificationStoppedException broken(Object file, long from, long to, Finding finding) {
        return new VerificationStoppedException(new VerificationOutcome.Broken(file.toString(), from, to, finding));
    }

    VerificationOutcome outcome() {
        return outcome;
    }
}
