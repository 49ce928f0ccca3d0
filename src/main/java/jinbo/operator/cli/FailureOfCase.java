package jinbo.operator.cli;

import java.util.Optional;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CaseStateException;
import jinbo.cases.CaseStepException;
import jinbo.cases.CaseUnknownException;
import jinbo.cases.sanction.SanctionException;

/** The codes for what cannot be done about a case, or a sanction that follows from cases. */
final class FailureOfCase {

    private FailureOfCase() {}

    static Optional<String> codeOf(Exception e) {
        if (e instanceof CaseUnknownException) {
            return Optional.of("CASE_UNKNOWN");
        }
        if (e instanceof CaseStateException) {
            return Optional.of("CASE_STATE");
        }
        if (e instanceof CaseStepException step) {
            return Optional.of(step.why().name());
        }
        if (e instanceof SanctionException sanction) {
            return Optional.of(sanction.why().name());
        }
        return e instanceof CallComplaintException ? Optional.of("CALL_REFUSED") : Optional.empty();
    }
}
