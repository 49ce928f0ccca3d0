package jinbo.batch.collect;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;

/** What taking a file in came to, before it is recorded as its verdict. */
sealed interface IngestResult {

    ReceiptStatus status();

    Tally tally();

    default Optional<LocalDate> effectiveOn() {
        return Optional.empty();
    }

    /** The batch of registrations that it made, for the access log to vouch for. */
    default Optional<LoggedRegistrations> registrations() {
        return Optional.empty();
    }

    default Optional<String> operatorDetail() {
        return Optional.empty();
    }

    /** Keyed hash of the clear content, where it is to be remembered. */
    default Optional<byte[]> contentMac() {
        return Optional.empty();
    }

    /**
     * Its accepted rows are registrations, and its findings are written.
     *
     * @param firstDay first day of the block that its rows bring
     * @param registrations the batch that they are, for the access log; none if no row was accepted
     * @param mac keyed hash of the clear content
     */
    record Merged(Tally tally, LocalDate firstDay, Optional<LoggedRegistrations> registrations, byte[] mac)
            implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return tally.status();
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return tally.accepted() > 0 ? Optional.of(firstDay) : Optional.empty();
        }

        @Override
        public Optional<byte[]> contentMac() {
            return Optional.of(mac);
        }
    }

    /**
     * Its accepted rows have taken something back, and its findings are written.
     *
     * @param registrations the batch of counter-registrations, for the access log; none if no row took anything back
     */
    record Withdrawn(Tally tally, Optional<LoggedRegistrations> registrations) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return tally.status();
        }
    }

    /** Its accepted rows have answered cases, and its findings are written. */
    record Answered(Tally tally) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return tally.status();
        }
    }

    /** @param warning what is to be told nevertheless; not written yet */
    record Noted(Optional<Finding> warning, Optional<String> operatorDetail) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return ReceiptStatus.ACCEPTED;
        }

        @Override
        public Tally tally() {
            return warning.map(found -> Tally.unread(found.code())).orElse(Tally.NONE);
        }
    }

    /**
     * Its rows were read and wait for an operator; none is a registration, and its findings are written.
     *
     * @param mac keyed hash of the clear content, where it is to be remembered
     */
    record Held(Tally judged, FindingCode because, Optional<byte[]> mac) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return ReceiptStatus.HELD;
        }

        @Override
        public Tally tally() {
            return judged.withheld(because);
        }

        @Override
        public Optional<byte[]> contentMac() {
            return mac;
        }
    }

    /**
     * Nothing of it is kept, and no row counts as read.
     *
     * @param finding why, and where; not written yet
     */
    record Refused(Finding finding, String detail) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return ReceiptStatus.REFUSED;
        }

        @Override
        public Tally tally() {
            return Tally.unread(finding.code());
        }

        @Override
        public Optional<String> operatorDetail() {
            return Optional.of(detail);
        }
    }

    /**
     * An operator refuses it after it had been held; what was found in its rows stays.
     *
     * @param held the counts that its first receipt said
     */
    record RefusedByOperator(Tally held, String reason) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return ReceiptStatus.REFUSED;
        }

        @Override
        public Tally tally() {
            return held.withheld(FindingCode.REFUSED_BY_OPERATOR);
        }

        @Override
        public Optional<String> operatorDetail() {
            return Optional.of(reason);
        }
    }
}
