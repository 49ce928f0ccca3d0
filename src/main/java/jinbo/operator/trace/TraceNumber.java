package jinbo.operator.trace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.Actor;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.operator.trace.NumberTrace.TracedCaseFile;
import jinbo.operator.trace.NumberTrace.TracedList;
import jinbo.operator.trace.NumberTrace.TracedUpload;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.NumberHistory;
import jinbo.registry.ReadNumberHistory;
import jinbo.registry.Registration;
import jinbo.registry.blocklist.ListsWithNumber;
import jinbo.registry.blocklist.ListsWithNumber.ListWithNumber;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Finds the complete history of a number in uploads, lists, files of cases and accesses. */
@Component
public record TraceNumber(
        AccessLog accessLog,
        AuditTrail auditTrail,
        SubjectKeys keys,
        DestroyedSubjectKeys destroyedSubjectKeys,
        ReadNumberHistory histories,
        FindUploads uploads,
        FindLists lists,
        FindCaseFiles caseFiles,
        Clock clock) {

    private static final String OBJECT = "one number";

    /** Traces a number. What is written to the access log does not reveal whether the number is known. */
    public NumberTrace of(Mobile mobile, TraceFilter bounds, Actor actor, String reason) {
        AccessPermit permit = accessLog.begin(new Access(
                actor,
                AccessAction.SEARCH_BY_NUMBER,
                reason,
                bounds.insurer().map(InsurerCode::value),
                OBJECT,
                Optional.of(keys.subjectOf(mobile.value(), BusinessTime.today(clock)))));
        try {
            NumberHistory history = histories.of(permit, mobile);
            List<Integer> yearsWithoutKey = yearsWithoutKey();
            NumberTrace trace = new NumberTrace(
                    accesses(mobile, bounds),
                    uploads.of(history, bounds),
                    lists.of(history, bounds),
                    caseFiles.of(keys.allSubjectsOf(mobile.value()), bounds),
                    yearsWithoutKey,
                    lost(yearsWithoutKey));
            accessLog.complete(permit, "SEARCHED", 1);
            return trace;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private TraceSlice<AccessLogEntry> accesses(Mobile mobile, TraceFilter bounds) {
        List<AccessLogEntry> oldestFirst = auditTrail.search(new AccessSearch(
                        bounds.from(),
                        bounds.until(),
                        Optional.empty(),
                        Optional.empty(),
                        bounds.insurer().map(InsurerCode::value),
                        Optional.empty(),
                        bounds.most() + 1)
                .about(keys.allSubjectsOf(mobile.value())));
        List<AccessLogEntry> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return TraceSlice.of(newestFirst, bounds.most());
    }

    private List<Integer> lost(List<Integer> yearsWithoutKey) {
        Set<Integer> destroyed = destroyedSubjectKeys.years();
        return yearsWithoutKey.stream()
                .filter(year -> !destroyed.contains(year))
                .toList();
    }

    private List<Integer> yearsWithoutKey() {
        List<Integer> kept = keys.kept();
        return auditTrail.epochs().stream().filter(year -> !kept.contains(year)).toList();
    }

    @Component
    record FindCaseFiles(CaseFiles files, AuditTrail auditTrail) {

        TraceSlice<TracedCaseFile> of(List<Subject> subjects, TraceFilter bounds) {
            List<CaseFiles.Disclosure> handedOver = files.handedOver(subjects).stream()
                    .filter(handed -> bounds.hold(handed.file().insurer())
                            && bounds.hold(handed.file().sealedAt()))
                    .toList();
            Map<Long, AccessLogEntry> entries = auditTrail.findByIds(handedOver.stream()
                    .map(handed -> handed.file().accessLogId())
                    .toList());
            return TraceSlice.of(
                    handedOver.stream()
                            .map(handed -> new TracedCaseFile(
                                    handed.file(),
                                    handed.cases(),
                                    Optional.ofNullable(
                                                    entries.get(handed.file().accessLogId()))
                                            .filter(entry -> vouches(entry, handed.file()))))
                            .toList(),
                    bounds.most());
        }

        /** True if the entry really names the file, because the record of the file may be wrong. */
        private static boolean vouches(AccessLogEntry entry, CaseFile file) {
            return entry.phase() == EntryPhase.RESULT
                    && entry.access().object().equals(file.name())
                    && entry.access()
                            .insurer()
                            .equals(Optional.of(file.insurer().value()));
        }
    }

    @Component
    record FindLists(Insurers insurers, ListsWithNumber lists, AuditTrail auditTrail) {

        TraceSlice<TracedList> of(NumberHistory history, TraceFilter bounds) {
            List<BlockRevisionRange> ranges = insurers.all().stream()
                    .filter(insurer -> bounds.hold(insurer.code()))
                    .flatMap(insurer -> insurer.lines().stream())
                    .flatMap(insurer -> history.blockRevisionsFor(insurer).stream())
                    .toList();
            List<ListWithNumber> held = lists.newest(ranges, bounds.from(), bounds.until(), bounds.most() + 1);
            Map<Long, AccessLogEntry> entries = auditTrail.at(
                    held.stream().map(ListWithNumber::accessLogIndex).toList());
            return TraceSlice.of(
                    held.stream()
                            .map(list -> TracedList.of(
                                    list,
                                    Optional.ofNullable(entries.get(list.accessLogIndex()))
                                            .filter(entry -> vouches(entry, list))))
                            .toList(),
                    bounds.most());
        }

        /** True if the entry names the list and its hash; old entries have no hash. */
        private static boolean vouches(AccessLogEntry entry, ListWithNumber list) {
            return entry.phase() == EntryPhase.RESULT
                    && entry.access().object().equals(list.name().fileName())
                    && entry.list()
                            .map(vouched -> vouched.sequence() == list.name().sequence()
                                    && vouched.sha256().equals(list.sha256()))
                            .orElse(true);
        }
    }

    @Component
    record FindUploads(InboundFiles inbound, AuditTrail auditTrail) {

        private static final int ENTRIES_OF_A_FILE = 100;

        TraceSlice<TracedUpload> of(NumberHistory history, TraceFilter bounds) {
            Map<Long, List<Registration.Complaint>> byBatch = new LinkedHashMap<>();
            history.registrations().stream()
                    .filter(Registration.Complaint.class::isInstance)
                    .map(Registration.Complaint.class::cast)
                    .forEach(registration -> byBatch.computeIfAbsent(
                                    registration.stamp().batch(), batch -> new ArrayList<>())
                            .add(registration));
            Map<Long, AccessLogEntry> vouchers = auditTrail.findByRegistrationBatches(byBatch.keySet());
            List<TracedUpload> uploads = new ArrayList<>();
            byBatch.forEach((batch, registrations) -> registrations
                    .get(0)
                    .inboundFile()
                    .map(inbound::get)
                    .filter(file -> bounds.hold(file.insurer()) && bounds.hold(file.receivedAt()))
                    .ifPresent(file -> uploads.add(new TracedUpload(
                            file,
                            registrations.get(0).stamp().revision(),
                            registrations.size(),
                            Optional.ofNullable(vouchers.get(batch)),
                            accesses(file)))));
            uploads.sort(Comparator.comparingLong(TracedUpload::revision).reversed());
            return TraceSlice.of(uploads, bounds.most());
        }

        private List<AccessLogEntry> accesses(InboundFile file) {
            return auditTrail.search(new AccessSearch(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(file.insurer().value()),
                            Optional.empty(),
                            ENTRIES_OF_A_FILE)
                    .named(List.of(file.shownName())));
        }
    }

    /** The newest of the found items, sorted with the oldest first; {@code more} is true if there are older ones. */
    public record TraceSlice<T>(List<T> found, boolean more) {

        /** @param newestFirst has one item more than {@code most} if there are older ones */
        static <T> TraceSlice<T> of(List<T> newestFirst, int most) {
            List<T> oldestFirst = new ArrayList<>(newestFirst.subList(0, Math.min(most, newestFirst.size())));
            Collections.reverse(oldestFirst);
            return new TraceSlice<>(List.copyOf(oldestFirst), newestFirst.size() > most);
        }
    }

    /** What is traced: the period, the insurer, and at most so many accesses, uploads, lists and case files each. */
    public record TraceFilter(
            Optional<Instant> from, Optional<Instant> until, Optional<InsurerCode> insurer, int most) {

        boolean hold(Instant at) {
            return from.filter(at::isBefore).isEmpty()
                    && until.filter(end -> !at.isBefore(end)).isEmpty();
        }

        boolean hold(InsurerCode code) {
            return insurer.filter(only -> !only.equals(code)).isEmpty();
        }
    }
}
