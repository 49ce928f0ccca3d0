package jinbo.operator.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLogException;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Alarm;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.accesslog.LogAlarms;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.LogTree;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.operator.OperatorError;
import jinbo.operator.OperatorException;
import jinbo.operator.audit.AuditOperations.AcceptAlarms;
import jinbo.operator.audit.AuditOperations.CheckAccessLog;
import jinbo.operator.audit.AuditOperations.ExportLog;
import jinbo.operator.audit.AuditOperations.ProveEntry;
import jinbo.operator.audit.AuditOperations.ProveRegistry;
import jinbo.operator.audit.AuditOperations.ReportAccesses;
import jinbo.operator.audit.AuditOperations.SearchAuditTrail;
import jinbo.operator.audit.AuditOperations.ShowLogKey;
import jinbo.operator.audit.NumberTraced.AuditEntries;
import jinbo.operator.report.AccessReport;
import jinbo.operator.report.AccessReports;
import jinbo.operator.trace.TraceNumber;
import jinbo.operator.trace.TraceNumber.TraceFilter;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.platform.files.OwnerOnlyPermissions;

/** Carries out the {@link AuditOperations}. */
@OperationHandlers
record AuditHandlers(
        VerifyRegistry registry,
        AuditTrail trail,
        TraceNumber traces,
        AccessReports reports,
        LogEvidence evidence,
        LogTree tree,
        CheckLog check,
        LogAlarms alarms) {

    record RegistryProven(boolean agrees, List<RuleResult> checks) implements Incomplete {

        @Override
        public boolean complete() {
            return agrees;
        }

        @Derived
        List<String> examples() {
            return checks.stream().flatMap(rule -> rule.examples().stream()).toList();
        }

        @Derived
        List<String> notComparable() {
            return checks.stream()
                    .flatMap(rule -> rule.notComparable().stream())
                    .toList();
        }
    }

    record LogExported(long entries, Path folder) {}

    record EntryProven(long index, Path file) {}

    /** @param verifierKey in the format of C2SP */
    record LogKeyShown(String verifierKey) {}

    @Handles
    RegistryProven prove(ProveRegistry input, Actor by) {
        List<RuleResult> results = registry.verify(
                by,
                input.allLists() ? VerifyRegistry.RederivedLists.ALL : VerifyRegistry.RederivedLists.NEWEST,
                input.files());
        return new RegistryProven(results.stream().allMatch(RuleResult::holds), results);
    }

    @Handles
    Record search(SearchAuditTrail input, Actor by) {
        return input.number().isPresent() ? traced(input, input.number().get(), by) : found(input);
    }

    private NumberTraced traced(SearchAuditTrail input, OperationNumber number, Actor by) {
        return NumberTraced.of(traces.of(
                number.mobile(),
                new TraceFilter(
                        input.from().map(Moment::begin),
                        input.until().map(Moment::end),
                        input.insurer(),
                        input.limit()),
                by,
                input.reason().orElseThrow().text()));
    }

    private AuditEntries found(SearchAuditTrail input) {
        AccessSearch search = new AccessSearch(
                input.from().map(Moment::begin),
                input.until().map(Moment::end),
                input.actor(),
                input.action(),
                input.insurer().map(InsurerCode::value),
                input.object(),
                input.limit());
        return AuditEntries.of(trail.search(
                input.file().map(ObjectNames::of).map(search::named).orElse(search)));
    }

    @Handles
    AccessesReported report(ReportAccesses input) throws IOException {
        return AccessesReported.of(
                input.to().isPresent()
                        ? reports.write(
                                input.month(), input.insurer(), input.to().get())
                        : reports.show(input.month(), input.insurer()));
    }

    @Handles
    LogExported export(ExportLog input) throws IOException {
        return new LogExported(evidence.export(input.folder()), input.folder().toAbsolutePath());
    }

    @Handles
    EntryProven prove(ProveEntry input) throws IOException {
        String proof = evidence.prove(input.index())
                .orElseThrow(() -> new OperatorException(OperatorError.ENTRY_UNKNOWN, input.index()));
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyPermissions.create(input.file()))) {
            out.write(proof.getBytes(StandardCharsets.UTF_8));
        }
        return new EntryProven(input.index(), input.file().toAbsolutePath());
    }

    @Handles
    LogKeyShown key(ShowLogKey input) {
        return new LogKeyShown(tree.verifierKey());
    }

    /**
     * @param size the tree size of the checkpoint that covers all counted entries
     * @param root the root hash of that checkpoint, in base64
     * @param counts the counts by insurer; empty if they were written to files
     */
    record AccessesReported(
            String month,
            Optional<InsurerCode> insurer,
            boolean over,
            Instant madeAt,
            String log,
            long size,
            String root,
            List<AccessCount> counts,
            AccessReport.AccessTotals totals,
            List<Path> files) {

        static AccessesReported of(AccessReport report) {
            return new AccessesReported(
                    report.head().month().toString(),
                    report.head().insurer(),
                    report.head().isOver(),
                    report.head().madeAt(),
                    report.head().head().log(),
                    report.head().head().size(),
                    report.head().head().root(),
                    report.counts(),
                    report.totals(),
                    report.files().stream().map(Path::toAbsolutePath).toList());
        }
    }

    /** The names that an upload or list may have in the access log, found from the name of any file about it. */
    static final class ObjectNames {

        private static final Pattern NAME =
                Pattern.compile("(?:.*/)?(?:receipt-|outcome-)?(?<stem>[^./]+?)(?:-(?:full|delta))?(?:\\..*)?");

        private static final List<String> ENDINGS =
                List.of("", ".csv.pgp", ".json.pgp", ".asc.pgp", "-full.csv.pgp", "-delta.csv.pgp");

        private ObjectNames() {}

        static List<String> of(String typed) {
            Set<String> names = new LinkedHashSet<>();
            names.add(typed);
            Matcher matcher = NAME.matcher(typed);
            if (matcher.matches()) {
                ENDINGS.forEach(ending -> names.add(matcher.group("stem") + ending));
            }
            return List.copyOf(names);
        }
    }

    record OpenAlarms(List<Alarm> alarms) implements Incomplete {
        @Override
        public boolean complete() {
            return alarms.isEmpty();
        }
    }

    record AlarmsAccepted(List<Alarm> alarms) {}

    @Handles
    OpenAlarms check(CheckAccessLog input) {
        return new OpenAlarms(check.all(index -> {}));
    }

    @Previews
    Outline preview(AcceptAlarms input) {
        List<Alarm> open = requireSeen(input, true);
        return Outline.of(
                "audit-accept",
                open.size(),
                open.stream()
                        .map(alarm -> alarm.id() + " " + alarm.kind() + ", " + alarm.detail())
                        .collect(Collectors.joining("; ")));
    }

    @Handles
    AlarmsAccepted accept(AcceptAlarms input, Actor by) {
        List<Alarm> seen = requireSeen(input, by.confirmedBy().isPresent());
        return new AlarmsAccepted(alarms.accept(seen, by, input.reason().text()));
    }

    /** The open alarms. If two people decide, the request must name exactly these. */
    private List<Alarm> requireSeen(AcceptAlarms input, boolean byTwo) {
        List<Alarm> open = alarms.open();
        if (open.isEmpty()) {
            throw AccessLogException.noAlarm();
        }
        SortedSet<Long> ids = new TreeSet<>(open.stream().map(Alarm::id).toList());
        SortedSet<Long> named = new TreeSet<>(input.alarm());
        if ((byTwo || !named.isEmpty()) && !ids.equals(named)) {
            throw AccessLogException.otherAlarms(named, ids);
        }
        return open;
    }
}
