package jinbo.command;

import java.time.LocalDate;

/** An agreement was to be recorded before its first day, which would put the one in force out of force until then. */
final class AgreementAheadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgreementAheadException(String whose, LocalDate today) {
        super("An agreement of " + whose + " can be recorded from its first day on, and today is " + today
                + "; until then nobody would be bound by anything");
    }
}
