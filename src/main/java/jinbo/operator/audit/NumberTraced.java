package jinbo.operator.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.Subject;
import jinbo.cases.CaseNumber;
import jinbo.operator.trace.NumberTrace;
import jinbo.operator.trace.NumberTrace.TracedCaseFile;
import jinbo.operator.trace.NumberTrace.TracedList;
import jinbo.operator.trace.NumberTrace.TracedUpload;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;

/**
 * The result of {@code audit search --number}, without the number.
 *
 * @param yearsWithoutKey years in which accesses to single numbers can no longer be searched
 * @param yearsLost those of these years whose keys were lost, not destroyed on purpose
 */
public record NumberTraced(
        List<AuditEntries.LogEntry> accesses,
        boolean moreAccesses,
        List<UploadOfNumber> uploads,
        boolean moreUploads,
        List<ListedOn> lists,
        boolean moreLists,
        List<HandedOver> caseFiles,
        boolean moreCaseFiles,
        List<Integer> yearsWithoutKey,
        List<Integer> yearsLost) {

    /** @param entry the ID of the access log entry that states the digest of its registrations */
    public record UploadOfNumber(
            InsurerCode insurer,
            String file,
            Instant receivedAt,
            long revision,
            long acts,
            Optional<Long> entry,
            List<AuditEntries.LogEntry> accesses) {

        static UploadOfNumber of(TracedUpload upload) {
            return new UploadOfNumber(
                    upload.file().insurer(),
                    upload.file().shownName(),
                    upload.file().receivedAt(),
                    upload.revision(),
                    upload.registrations(),
                    upload.vouchedBy().map(AccessLogEntry::id),
                    upload.accesses().stream().map(AuditEntries.LogEntry::of).toList());
        }
    }

    /**
     * @param businessLine empty for lists from before lines of business existed
     * @param expiresOn first day after the block, as in the list
     */
    public record ListedOn(
            InsurerCode insurer,
            String file,
            int sequence,
            long revision,
            Instant asOf,
            Optional<LineCode> businessLine,
            LocalDate effectiveOn,
            LocalDate expiresOn,
            Optional<Instant> deliveredAt,
            Optional<Long> entry) {

        static ListedOn of(TracedList traced) {
            return new ListedOn(
                    traced.name().insurer(),
                    traced.name().fileName(),
                    traced.name().sequence(),
                    traced.revision(),
                    traced.asOf(),
                    traced.line(),
                    traced.effectiveOn(),
                    traced.expiresOn(),
                    traced.deliveredAt(),
                    traced.vouchedBy().map(AccessLogEntry::id));
        }
    }

    /** A file of cases that asked an insurer about calls to the number, and so disclosed the number to it. */
    public record HandedOver(
            InsurerCode insurer,
            String file,
            List<CaseNumber> cases,
            Instant sealedAt,
            Optional<Instant> deliveredAt,
            Optional<Long> entry) {

        static HandedOver of(TracedCaseFile traced) {
            return new HandedOver(
                    traced.file().insurer(),
                    traced.file().name(),
                    traced.cases(),
                    traced.file().sealedAt(),
                    traced.file().deliveredAt(),
                    traced.vouchedBy().map(AccessLogEntry::id));
        }
    }

    static NumberTraced of(NumberTrace trace) {
        return new NumberTraced(
                trace.accesses().found().stream().map(AuditEntries.LogEntry::of).toList(),
                trace.accesses().more(),
                trace.uploads().found().stream().map(UploadOfNumber::of).toList(),
                trace.uploads().more(),
                trace.lists().found().stream().map(ListedOn::of).toList(),
                trace.lists().more(),
                trace.caseFiles().found().stream().map(HandedOver::of).toList(),
                trace.caseFiles().more(),
                trace.yearsWithoutKey(),
                trace.yearsLost());
    }

    @Derived
    List<AuditEntries.LogEntry> openings() {
        return uploads.stream()
                .flatMap(upload -> upload.accesses.stream())
                .distinct()
                .toList();
    }

    @Derived
    List<Integer> yearsDestroyed() {
        return yearsWithoutKey.stream()
                .filter(year -> !yearsLost.contains(year))
                .toList();
    }

    public record AuditEntries(List<LogEntry> entries) {

        /**
         * @param index the position in the log's tree, from 0 without gaps; empty until it is assigned
         * @param intent for a result entry, the ID of the entry with which the access began
         * @param subject the keyed hash of the phone number, if the access was to a single number
         */
        public record LogEntry(
                long id,
                Optional<Long> index,
                Instant at,
                EntryPhase phase,
                Optional<Long> intent,
                String actor,
                ActorRole role,
                String operatingSystemUser,
                Optional<String> confirmedBy,
                AccessAction action,
                String purpose,
                Optional<String> insurer,
                String object,
                Optional<String> outcome,
                Optional<Long> numbers,
                Optional<String> subject) {

            static LogEntry of(AccessLogEntry entry) {
                return new LogEntry(
                        entry.id(),
                        entry.index().stream().boxed().findFirst(),
                        entry.at(),
                        entry.phase(),
                        entry.intent().stream().boxed().findFirst(),
                        entry.access().actor().name(),
                        entry.access().actor().role(),
                        entry.access().actor().operatingSystemUser(),
                        entry.access().actor().confirmedBy(),
                        entry.access().action(),
                        entry.access().purpose(),
                        entry.access().insurer(),
                        entry.access().object(),
                        entry.outcome(),
                        entry.numbers().stream().boxed().findFirst(),
                        entry.access().subject().map(Subject::toString));
            }
        }

        static AuditEntries of(List<AccessLogEntry> entries) {
            return new AuditEntries(entries.stream().map(LogEntry::of).toList());
        }
    }
}
