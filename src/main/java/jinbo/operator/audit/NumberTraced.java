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
 * The answer of {@code audit search --number}; it does not repeat the number.
 *
 * @param yearsWithoutKey in which accesses to single numbers cannot be searched any more
 * @param yearsLost those of them whose keys are lost; the others' were destroyed
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

    /**
     * @param acts how many of its rows were about the number
     * @param entry the id of the entry that vouches for its registrations
     */
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
     * A list that held the number, in one line of business.
     *
     * @param businessLine of the row; none on lists of before there were lines
     * @param expiresOn the first day after the block, as it told
     * @param deliveredAt when it lay on the drop with its manifest
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

    /**
     * A file that asked an insurer about calls to the number, and so handed it over.
     *
     * @param deliveredAt since when it lies on the drop, if it does
     */
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

    /** Who opened the uploads that brought it. */
    @Derived
    List<AuditEntries.LogEntry> openings() {
        return uploads.stream()
                .flatMap(upload -> upload.accesses.stream())
                .distinct()
                .toList();
    }

    /** Years whose keys were destroyed, as they had to be. */
    @Derived
    List<Integer> yearsDestroyed() {
        return yearsWithoutKey.stream()
                .filter(year -> !yearsLost.contains(year))
                .toList();
    }

    /** @param entries the oldest first */
    public record AuditEntries(List<LogEntry> entries) {

        /**
         * @param id unique and rising
         * @param index its place in the log's tree, from 0 without gaps, once it has one
         * @param intent for a result, the id of its intent
         * @param numbers how many phone numbers were read or written
         * @param subject the one number that was looked at, as a keyed hash
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
