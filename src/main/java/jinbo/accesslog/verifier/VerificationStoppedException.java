package jinbo.accesslog.verifier;

/** Ends a verification, with what came of it. */
final class VerificationStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient VerificationOutcome verificationOutcome;

    VerificationStoppedException(VerificationOutcome verificationOutcome) {
        super(verificationOutcome.sentence(java.util.Locale.ROOT));
        this.verificationOutcome = verificationOutcome;
    }

    VerificationOutcome outcome() {
        return verificationOutcome;
    }
}
