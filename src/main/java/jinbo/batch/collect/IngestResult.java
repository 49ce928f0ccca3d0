package jinbo.batch.collect;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;

/** The result of ingesting a file, before it is recorded as a verdict. */
sealed interface IngestResult {

    default ReceiptStatus status() {
        return tally().status();
    }

    Tally tally();

    default Optional<LocalDate> effectiveOn() {
        return Optional.empty();
    }

    /** The registrations for the access log. */
    default Optional<LoggedRegistrations> registrations() {
        return Optional.empty();
    }

    default Optional<String> operatorDetail() {
        return Optional.empty();
    }

    /** Keyed hash of the clear content, if it is stored. */
    default Optional<byte[]> contentMac() {
        return Optional.empty();
    }

    /** Accepted rows are registrations; their blocks begin on the first day. */
    record Merged(Tally tally, LocalDate firstDay, Optional<LoggedRegistrations> registrations, byte[] mac)
            implements IngestResult {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return tally.accepted() > 0 ? Optional.of(firstDay) : Optional.empty();
        }

        @Override
        public Optional<byte[]> contentMac() {
            return Optional.of(mac);
        }
    }

    /** Accepted rows have withdrawn registrations. */
    record Withdrawn(Tally tally, Optional<LoggedRegistrations> registrations) implements IngestResult {}

    /** Accepted rows have answered cases. */
    record Answered(Tally tally) implements IngestResult {}

    /** @param warning not written yet */
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

    /** The rows wait for an operator; findings are written. */
    record Held(Tally judged, FindingCode because, Optional<byte[]> contentMac) implements IngestResult {
        @Override
        public ReceiptStatus status() {
            return ReceiptStatus.HELD;
        }

        @Override
        public Tally tally() {
            return judged.withheld(because);
        }
    }

    /** Nothing is kept; the finding is not written yet. */
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

    /** An operator refuses a held file; its findings stay. */
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
