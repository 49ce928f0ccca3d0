package jinbo.batch.collect;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;

/** The result of ingesting an upload, from which its verdict is recorded. */
sealed interface IngestResult {

    default ReceiptStatus status() {
        return tally().status();
    }

    Tally tally();

    default Optional<LocalDate> effectiveOn() {
        return Optional.empty();
    }

    /** The registrations that the access log must record. */
    default Optional<LoggedRegistrations> registrations() {
        return Optional.empty();
    }

    default Optional<String> operatorDetail() {
        return Optional.empty();
    }

    /** The keyed hash of the decrypted content, if it must be stored. */
    default Optional<byte[]> contentMac() {
        return Optional.empty();
    }

    /** Refuses the upload or accepts it with a warning, depending on the severity of the finding. */
    static IngestResult ofFinding(FindingCode code, String detail) {
        Finding finding = Finding.ofFile(code);
        return code.severity() == FindingCode.Severity.REFUSED
                ? new Refused(finding, detail)
                : new Noted(Optional.of(finding), Optional.of(detail));
    }

    /** The accepted rows were registered; their blocks begin on {@code firstDay}. */
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

    /** The accepted rows have withdrawn registrations. */
    record Withdrawn(Tally tally, Optional<LoggedRegistrations> registrations) implements IngestResult {}

    /** The accepted rows have answered cases. */
    record Answered(Tally tally) implements IngestResult {}

    /** The upload was accepted, and has no rows; the warning is not written yet. */
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

    /** The upload is held for operators; the findings are written. */
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

    /** The upload was refused as a whole; the finding is not written yet. */
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

    /** An operator has refused a held upload; its findings stay. */
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
