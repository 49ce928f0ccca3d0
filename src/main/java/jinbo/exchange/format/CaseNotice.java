package jinbo.exchange.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** One row of a file of case notices to an insurer ({@code exchange-formats/cases/v1}). */
public sealed interface CaseNotice {

    /** The value of column {@code notice}. */
    Kind kind();

    enum Kind {
        COMPLAINT,
        /** Decided: the call broke a rule. */
        UPHELD,
        /** Decided: the call broke no rule, or a violation cannot be proven. */
        DISMISSED,
        SANCTION_BEGINS,
        SANCTION_ENDS
    }

    /**
     * A consumer has complained about a call in the insurer's name.
     *
     * @param calledAt the time of the call in whole minutes, by the consumer's account
     * @param caller the displayed number, digits with an optional plus sign; empty if there was none
     * @param businessLine by the consumer's account; empty if the consumer does not know
     * @param answerBy last day for an answer; empty if the calendar is not loaded that far
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

        /** Omits both phone numbers. */
        @Override
        public String toString() {
            return "Complaint[" + caseNumber + "]";
        }
    }

    /**
     * @param until last day for an appeal; empty if the insurer cannot appeal, or the calendar is not loaded that far
     */
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
     * A sanction against the insurer, or one of its salespersons, begins or ends.
     *
     * @param salesperson the insurer's identifier of the person; empty for a sanction against the insurer
     * @param until its last day, if it has one
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
