package jinbo.operator.cli;

import java.time.LocalDate;

/** Something was to be recorded before its day, and would have taken effect at once. */
final class DateAheadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DateAheadException(String message) {
        super(message);
    }

    /** It would put the agreement in force out of force until then. */
    static DateAheadException ofAgreement(String whose, LocalDate today) {
        return new DateAheadException("An agreement of " + whose
                + " can be recorded from its first day on, and today is " + today
                + "; until then nobody would be bound by anything");
    }

    /** It would end the exchange before its last day. */
    static DateAheadException ofLeaving(String who, LocalDate today) {
        return new DateAheadException("That " + who + " leaves can be recorded from that day on, and today is " + today
                + "; when its agreements end can be recorded now: \"insurer lapse " + who + "\"");
    }
}
