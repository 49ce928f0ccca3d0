package jinbo.command;

import java.time.LocalDate;
import jinbo.insurer.InsurerCode;

/** An agreement was to be recorded before its first day, which would put the one in force out of force until then. */
final class AgreementAheadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgreementAheadException(InsurerCode code, LocalDate today) {
        super("An agreement of " + code + " can be recorded from its first day on, and today is " + today
                + "; until then the insurer would be bound by nothing and get no list");
    }
}
