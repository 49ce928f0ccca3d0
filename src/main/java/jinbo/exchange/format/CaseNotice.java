package jinbo.exchange.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** One row of a file of case notices to an insurer ({@code exchange-formats/cases/v1}). */
public sealed interface CaseNotice {

    Kind kind();

    enum Kind {
        COMPLAINT,
        UPHELD,
        /** Decided: the call broke no rule, or a violation cannot be proven. */
        DISMISSED,
        SANCTION_BEGINS,
        SANCTION_ENDS
    }

    /**
     * @param calledAt the minute of the call, as the consumer says
     * @param caller the displayed number, digits with an optional plus sign
     * @param businessLine as the consumer says
     * @param answerBy the last day for an answer; empty if the calendar of working days does not reach so far
     */
    record Complaint(
            String caseNumber,
            Mobile mobile,
            Instant calledAt,
            Optional<String> caller,
            String purpose,
            Optional<LineCode> businessLine,
            Optional<LocalDate> answerBy)
            implements CaseNotice {

        @Override
        public Kind kind() {
            return Kind.COMPLAINT;
        }

        @Override
        public String toString() {
            return "Complaint[" + caseNumber + "]";
        }
    }

    /** @param until the last day for an appeal, if the insurer can appeal and the calendar reaches so far */
    record Decision(String caseNumber, boolean upheld, String ruling, Set<String> grounds, Optional<LocalDate> until)
            implements CaseNotice {

        public Decision {
            grounds = Set.copyOf(grounds);
        }

        @Override
        public Kind kind() {
            return upheld ? Kind.UPHELD : Kind.DISMISSED;
        }
    }

    /**
     * @param salesperson the insurer's identifier of the person; empty for a sanction against the insurer
     * @param until the last day of the sanction, if it has one
     */
    record Sanction(
            boolean begins, String sanction, Optional<String> salesperson, LocalDate from, Optional<LocalDate> until)
            implements CaseNotice {

        @Override
        public Kind kind() {
            return begins ? Kind.SANCTION_BEGINS : Kind.SANCTION_ENDS;
        }
    }
}
