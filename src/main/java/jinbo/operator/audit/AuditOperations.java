package jinbo.operator.audit;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations on the access log and the proofs about the registry ({@code audit ...}, {@code registry verify}). */
public sealed interface AuditOperations extends Operation
        permits AuditOperations.ProveRegistry,
                AuditOperations.SearchAuditTrail,
                AuditOperations.ReportAccesses,
                AuditOperations.ExportLog,
                AuditOperations.ProveEntry,
                AuditOperations.ShowLogKey,
                AuditOperations.CheckAccessLog,
                AuditOperations.AcceptAlarms {

    /** Verifies that all records of the registry agree; with options, also all earlier lists and the stored files. */
    @UseCase(name = "registry verify", duty = Duty.PROVE_REGISTRY)
    record ProveRegistry(boolean allLists, boolean files) implements AuditOperations {}

    /** Searches the access log, or traces one phone number. A file is found by any of its names. */
    @UseCase(name = "audit search", duty = Duty.SEARCH_LOG)
    record SearchAuditTrail(
            Optional<Moment> from,
            Optional<Moment> until,
            @Typed(label = "NAME") Optional<String> actor,
            Optional<AccessAction> action,
            Optional<InsurerCode> insurer,
            @Typed(label = "NAME") Optional<String> file,
            Optional<String> object,
            @Typed(asked = true) Optional<OperationNumber> number,
            Optional<AccessPurpose> reason,

            @Typed(label = "N", otherwise = "100") int limit)
            implements AuditOperations {

        private static final int MOST = 100_000;
        private static final int USUAL = 100;

        public SearchAuditTrail {
            if (limit < 1 || limit > MOST) {
                throw new InvalidOperationException(UsageError.LIMIT, String.format(Locale.ENGLISH, "%,d", MOST));
            }
            if (number.isPresent() != reason.isPresent()) {
                throw new InvalidOperationException(UsageError.NUMBER_AND_REASON);
            }
            if (number.isPresent()
                    && (actor.isPresent() || action.isPresent() || file.isPresent() || object.isPresent())) {
                throw new InvalidOperationException(UsageError.NUMBER_ALONE);
            }
        }

        public static SearchAuditTrail forNumber(OperationNumber number, AccessPurpose reason) {
            return new SearchAuditTrail(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(number),
                    Optional.of(reason),
                    USUAL);
        }

        @Override
        public Duty duty() {
            return number.isPresent() ? Duty.SEARCH_BY_NUMBER : Duty.SEARCH_LOG;
        }
    }

    @UseCase(name = "audit report", duty = Duty.SEARCH_LOG)
    record ReportAccesses(
            YearMonth month,
            Optional<InsurerCode> insurer,
            @Typed(label = "DIR") Optional<Path> to) implements AuditOperations {}

    /** Exports the whole access log for an auditor (C2SP tlog-tiles) to an empty folder. */
    @UseCase(name = "audit export", duty = Duty.SEARCH_LOG)
    record ExportLog(@Typed(operand = true) Path folder) implements AuditOperations {}

    /** Proves that an entry is in the access log, as a self-contained file (C2SP tlog-proof). */
    @UseCase(name = "audit prove", duty = Duty.SEARCH_LOG)
    record ProveEntry(
            @Typed(operand = true) long index,
            @Typed(operand = true) Path file) implements AuditOperations {

        public ProveEntry {
            if (index < 0) {
                throw new InvalidOperationException(UsageError.INDEX);
            }
        }
    }

    /** Shows the public key with which auditors and insurers verify checkpoints of the access log. */
    @UseCase(name = "audit key", duty = Duty.LOOK)
    record ShowLogKey() implements AuditOperations {}

    /** Compares the whole access log with its tree and with the last checkpoint in the home. */
    @UseCase(name = "audit check", duty = Duty.SEARCH_LOG)
    record CheckAccessLog() implements AuditOperations {}

    /** Accepts an access log that does not continue its signed head. Two people must name all open alarms. */
    @UseCase(name = "audit accept", duty = Duty.ACCEPT_ALARMS)
    record AcceptAlarms(Reason reason, @Typed(label = "ID") List<Long> alarm) implements AuditOperations {}
}
