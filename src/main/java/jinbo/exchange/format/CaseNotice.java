package jinbo.exchange.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** One row of a file of cases ({@code exchange-formats/cases/v1}): what an insurer is asked, or told. */
public sealed interface CaseNotice {

    /** How the format calls it, in column {@code notice}. */
    Kind kind();

    enum Kind {
        COMPLAINT,
        /** Decided: the call broke a rule. */
        UPHELD,
        /** Decided: it broke none, or that cannot be proven. */
        DISMISSED,
        SANCTION_BEGINS,
        SANCTION_ENDS
    }

    /**
     * A consumer has complained about a call in the insurer's name.
     *
     * @param calledAt when, in whole minutes, as the consumer tells it
     * @param caller which number was shown, digits with or without a plus sign before them; empty if none was
     * @param businessLine what it was to sell, as the consumer tells it; empty if the consumer does not know
     * @param answerBy the last day for an answer; empty if the calendar does not reach that far
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

        /** Neither of the numbers. */
        @Override
        public String toString() {
            return "Complaint[" + caseNumber + "]";
        }
    }

    /**
     * @param until the last day for the insurer's appeal; empty if it can make none, or the calendar does not reach that far
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

        /** The grounds, in the order of the alphabet. */
        Set<String> sortedGrounds() {
            return new TreeSet<>(grounds);
        }
    }

    /**
     * A sanction against the insurer, or one of its salespersons, begins or ends.
     *
     * @param salesperson the insurer's own sign for whom it is about; empty if it is about the insurer
     * @param until its last day; empty if it has none
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
