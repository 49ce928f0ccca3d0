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
    RegistryProven prove(ProveRegistry asked, Actor by) {
        List<RuleResult> results = registry.verify(
                by,
                asked.allLists() ? VerifyRegistry.RederivedLists.ALL : VerifyRegistry.RederivedLists.NEWEST,
                asked.files());
        return new RegistryProven(results.stream().allMatch(RuleResult::holds), results);
    }

    @Handles
    Record search(SearchAuditTrail asked, Actor by) {
        return asked.number().isPresent() ? traced(asked, asked.number().get(), by) : found(asked);
    }

    private NumberTraced traced(SearchAuditTrail asked, OperationNumber number, Actor by) {
        return NumberTraced.of(traces.of(
                number.mobile(),
                new TraceFilter(
                        asked.from().map(Moment::begin),
                        asked.until().map(Moment::end),
                        asked.insurer(),
                        asked.limit()),
                by,
                asked.reason().orElseThrow().text()));
    }

    private AuditEntries found(SearchAuditTrail asked) {
        AccessSearch search = new AccessSearch(
                asked.from().map(Moment::begin),
                asked.until().map(Moment::end),
                asked.actor(),
                asked.action(),
                asked.insurer().map(InsurerCode::value),
                asked.object(),
                asked.limit());
        return AuditEntries.of(trail.search(
                asked.file().map(ObjectNames::of).map(search::named).orElse(search)));
    }

    @Handles
    AccessesReported report(ReportAccesses asked) throws IOException {
        return AccessesReported.of(
                asked.to().isPresent()
                        ? reports.write(
                                asked.month(), asked.insurer(), asked.to().get())
                        : reports.show(asked.month(), asked.insurer()));
    }

    @Handles
    LogExported export(ExportLog asked) throws IOException {
        return new LogExported(evidence.export(asked.folder()), asked.folder().toAbsolutePath());
    }

    @Handles
    EntryProven prove(ProveEntry asked) throws IOException {
        String proof = evidence.prove(asked.index())
                .orElseThrow(() -> new OperatorException(OperatorError.ENTRY_UNKNOWN, asked.index()));
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyPermissions.create(asked.file()))) {
            out.write(proof.getBytes(StandardCharsets.UTF_8));
        }
        return new EntryProven(asked.index(), asked.file().toAbsolutePath());
    }

    @Handles
    LogKeyShown key(ShowLogKey asked) {
        return new LogKeyShown(tree.verifierKey());
    }

    /**
     * @param size of the checkpoint that covers all counted entries
     * @param root of that checkpoint, base64
     * @param counts by insurer; empty if they were written to files
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

    /**
     * The possible names of an upload or list in the access log. An auditor may have the receipt, an outcome, the
     * manifest, or a decrypted file without the last extension.
     */
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
    OpenAlarms check(CheckAccessLog asked) {
        return new OpenAlarms(check.all(index -> {}));
    }

    @Previews
    Outline would(AcceptAlarms asked) {
        List<Alarm> open = asTheyWereSeen(asked, true);
        return Outline.of(
                "audit-accept",
                open.size(),
                open.stream()
                        .map(alarm -> alarm.id() + " " + alarm.kind() + ", " + alarm.detail())
                        .collect(Collectors.joining("; ")));
    }

    @Handles
    AlarmsAccepted accept(AcceptAlarms asked, Actor by) {
        List<Alarm> seen = asTheyWereSeen(asked, by.confirmedBy().isPresent());
        return new AlarmsAccepted(alarms.accept(seen, by, asked.reason().text()));
    }

    /**
     * Returns the open alarms. If two people decide, the request must name exactly these, so that both have seen them.
     */
    private List<Alarm> asTheyWereSeen(AcceptAlarms asked, boolean byTwo) {
        List<Alarm> open = alarms.open();
        if (open.isEmpty()) {
            throw AccessLogException.noAlarm();
        }
        SortedSet<Long> ids = new TreeSet<>(open.stream().map(Alarm::id).toList());
        SortedSet<Long> named = new TreeSet<>(asked.alarm());
        if ((byTwo || !named.isEmpty()) && !ids.equals(named)) {
            throw AccessLogException.otherAlarms(named, ids);
        }
        return open;
    }
}
