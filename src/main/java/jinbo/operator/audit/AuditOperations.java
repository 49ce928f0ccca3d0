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

public sealed interface AuditOperations extends Operation
        permits AuditOperations.ProveRegistry,
                AuditOperations.SearchAuditTrail,
                AuditOperations.ReportAccesses,
                AuditOperations.ExportLog,
                AuditOperations.ProveEntry,
                AuditOperations.ShowLogKey,
                AuditOperations.CheckAccessLog,
                AuditOperations.AcceptAlarms {

    /**
     * Proves that all agrees from inbound files to the entries of lists.
     *
     * @param allLists whether every list is derived anew, and not the newest alone
     * @param files whether kept files are opened, too
     */
    @UseCase(name = "registry verify", duty = Duty.PROVE_REGISTRY)
    record ProveRegistry(boolean allLists, boolean files) implements AuditOperations {}

    /**
     * Entries of the access log, or all that is known of where one number has been.
     *
     * @param from the first moment
     * @param until the last
     * @param file an upload or list, by any of its names
     * @param number where it has been; then also the reason
     * @param reason why that number is searched for
     */
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

        /** Where a number has been, as far back as anything is known. */
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

    /**
     * @param insurer whose data alone
     * @param to folder for the table and the page
     */
    @UseCase(name = "audit report", duty = Duty.SEARCH_LOG)
    record ReportAccesses(
            YearMonth month,
            Optional<InsurerCode> insurer,
            @Typed(label = "DIR") Optional<Path> to) implements AuditOperations {}

    /**
     * The whole access log as files for an auditor (C2SP tlog-tiles).
     *
     * @param folder a new one, or an empty one
     */
    @UseCase(name = "audit export", duty = Duty.SEARCH_LOG)
    record ExportLog(@Typed(operand = true) Path folder) implements AuditOperations {}

    /** That one entry is in the access log, as a file that stands for itself (C2SP tlog-proof). */
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

    /** The public key of the access log, which auditors and insurers verify its checkpoints with. */
    @UseCase(name = "audit key", duty = Duty.LOOK)
    record ShowLogKey() implements AuditOperations {}

    /** Compares the whole access log with its tree and with the last checkpoint in the home. */
    @UseCase(name = "audit check", duty = Duty.SEARCH_LOG)
    record CheckAccessLog() implements AuditOperations {}

    /**
     * The access log goes on as it is, though it does not continue what was signed.
     *
     * @param alarm those that were seen; where two people decide, all that are open
     */
    @UseCase(name = "audit accept", duty = Duty.ACCEPT_ALARMS)
    record AcceptAlarms(Reason reason, @Typed(label = "ID") List<Long> alarm) implements AuditOperations {}
}
