package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.AuditTrail.LoggedAccess;
import jinbo.accesslog.EntryPhase;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.upload.UploadOperations.RefuseHeldFile;
import jinbo.operator.upload.UploadOperations.ReleaseHeldFile;
import jinbo.operator.upload.UploadOperations.WithdrawUpload;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Reason;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFileFilter;
import jinbo.registry.inbound.InboundFileFilter.Order;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages about uploads: the list of files, the held files, and a page for each held file. */
@ConsolePage
record FilePages(
        InboundFiles inbound,
        HeldFiles held,
        Findings findings,
        Insurers insurers,
        FileTimeline timeline,
        Lists lists,
        PageOperations operations,
        Clock clock) {

    private static final int SAMPLES = 5;

    enum Decision {
        RELEASE,
        REFUSE
    }

    private static final Layout FILES = new Layout(
            "files",
            ListView.column("file"),
            ListView.column("insurer"),
            ListView.sortable("received"),
            ListView.column("status"),
            ListView.number("rows"),
            new Column("accepted", false, true),
            ListView.number("refused"));
    private static final Layout HELD = new Layout(
            "held",
            ListView.sortable("file"),
            ListView.sortable("insurer"),
            ListView.sortable("held.since"),
            ListView.column("held.why"),
            ListView.number("rows"),
            ListView.number("held.share"));

    private static final Set<FindingCode> REASONS_TO_HOLD =
            EnumSet.of(FindingCode.TOO_MANY_REFUSED, FindingCode.UNUSUAL_VOLUME);

    @GetMapping("/files")
    Object files(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request).sortedUnlessAsked("-received");
        InboundFileFilter filter = new InboundFileFilter(
                lists.insurer(query),
                query.find("status", ReceiptStatus.class),
                query.find("name"),
                query.start("from"),
                query.end("until"),
                query.column().equals("rows")
                        ? Order.ROWS
                        : query.column().equals("refused") ? Order.REFUSED : Order.RECEIVED,
                query.descending());
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<Filter> filters = List.of(
                Filter.tabs("status", "status", tabs(filter.insurer())),
                lists.insurerFilter(),
                Filter.of("name", "file", Kind.TEXT),
                Filter.of("from", "log.from", Kind.DAY),
                Filter.of("until", "log.until", Kind.DAY));
        List<Row> rows = inbound.find(filter, query.limit(), query.offset()).stream()
                .map(file -> row(file, insurers))
                .toList();
        return lists.show(FILES.page(query, filters, rows), model);
    }

    @GetMapping("/held")
    Object held(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request).sortedUnlessAsked("held.since");
        Optional<InsurerCode> insurer = lists.insurer(query);
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<Row> rows = held.list().stream()
                .filter(file ->
                        insurer.filter(one -> !one.equals(file.insurer())).isEmpty())
                .map(file -> heldRow(file, insurers))
                .toList();
        return lists.show(
                HELD.pageOf(query, List.of(lists.insurerFilter()), rows).withChoice(), "held", model);
    }

    @PostMapping("/held")
    String decide(
            @RequestParam Decision choice,
            @RequestParam(defaultValue = "") List<Long> chosen,
            @RequestParam FormValue reason) {
        List<PageAnswer> answers = held.list().stream()
                .filter(file -> chosen.contains(file.id()))
                .map(file -> operations.execute(() -> choice == Decision.RELEASE
                        ? new ReleaseHeldFile(file.shownName(), reason.as(Reason.class))
                        : new RefuseHeldFile(file.shownName(), reason.as(Reason.class))))
                .toList();
        PageOperations.keepForNextPage(answers.isEmpty() ? lists.failure("held.none-chosen") : combine(answers));
        return "redirect:/held";
    }

    private Option[] tabs(Optional<InsurerCode> insurer) {
        long waiting = held.list().stream()
                .filter(file ->
                        insurer.filter(one -> !one.equals(file.insurer())).isEmpty())
                .count();
        return Arrays.stream(Option.messages("status.", ReceiptStatus.values()))
                .map(tab -> tab.value().equals(ReceiptStatus.HELD.name()) ? tab.counted(waiting) : tab)
                .toArray(Option[]::new);
    }

    private Row row(InboundFile file, Function<InsurerCode, Cell> insurers) {
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        return new Row(
                Long.toString(file.id()),
                Cell.text(file.shownName()).to("/files/" + file.id()),
                insurers.apply(file.insurer()),
                Cell.time(file.receivedAt(), clock.instant()),
                Cell.mark(
                        "status.",
                        file.verdict().map(verdict -> verdict.status().name()).orElse("NONE")),
                Cell.number(tally.rows()),
                FileRow.isHeld(file) ? Cell.NOT_YET : Cell.number(tally.accepted()),
                FileRow.isHeld(file) ? Cell.NOT_YET : Cell.number(tally.refused()));
    }

    private Row heldRow(InboundFile file, Function<InsurerCode, Cell> insurers) {
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        return new Row(
                Long.toString(file.id()),
                Cell.text(file.shownName()).to("/files/" + file.id()),
                insurers.apply(file.insurer()),
                Cell.time(file.receivedAt(), clock.instant()),
                whyHeld(file)
                        .map(code -> Cell.message("held.why." + code))
                        .orElse(Cell.NOTHING)
                        .note(FileRow.findings(tally)),
                Cell.number(tally.rows()),
                Cell.share(Math.min(faults(tally).sum(), tally.rows()), tally.rows()));
    }

    static Optional<FindingCode> whyHeld(InboundFile file) {
        return file.verdict().map(Verdict::tally).orElse(Tally.NONE).findings().keySet().stream()
                .filter(REASONS_TO_HOLD::contains)
                .findFirst();
    }

    /** Returns the most rows that a release can ingest: at least those with the most frequent fault are refused. */
    static String mostGoodRows(InboundFile file) {
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        return PageFormat.count(Math.max(0, tally.rows() - faults(tally).max().orElse(0)));
    }

    /** How often each code occurs that refuses rows; the tally has no sum, since all rows of a held file count as refused. */
    private static LongStream faults(Tally tally) {
        return tally.findings().entrySet().stream()
                .filter(found -> found.getKey().level() == FindingCode.Level.ROW
                        && found.getKey().severity() == FindingCode.Severity.REFUSED)
                .mapToLong(Map.Entry::getValue);
    }

    private static PageAnswer combine(List<PageAnswer> answers) {
        return new PageAnswer(
                answers.stream()
                        .map(PageAnswer::end)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                answers.stream().flatMap(answer -> answer.parts().stream()).toList());
    }

    @GetMapping("/held/next")
    String next(@RequestParam String insurer) {
        return held.list().stream()
                .filter(file -> file.insurer().value().equals(insurer))
                .findFirst()
                .map(file -> "redirect:/files/" + file.id())
                .orElse("redirect:/held");
    }

    @GetMapping("/files/{id}")
    String show(Locale locale, @PathVariable long id, Model model) {
        InboundFile file = file(id);
        model.addAttribute("file", FileRow.of(file));
        model.addAttribute("insurerName", insurers.get(file.insurer()).name());
        model.addAttribute(
                "detail",
                file.verdict()
                        .flatMap(Verdict::operatorDetail)
                        .map(PageFormat::recorded)
                        .orElse(""));
        model.addAttribute("effective", PageFormat.orNothing(file.verdict().flatMap(Verdict::effectiveOn)));
        model.addAttribute("sha256", file.sha256());
        model.addAttribute("size", PageFormat.count(file.size()));
        model.addAttribute("found", FileFindings.of(file, findings, SAMPLES, locale));
        model.addAttribute("events", timeline.of(file));
        model.addAttribute("archived", inbound.findNameInArchive(file).orElse(""));
        timeline.decisionOn(file).ifPresent(decision -> model.addAttribute("decision", decision));
        model.addAttribute("held", isHeld(file));
        model.addAttribute("good", mostGoodRows(file));
        model.addAttribute("withdrawable", isWithdrawable(file));
        return "file";
    }

    @PostMapping("/files/{id}/release")
    String release(@PathVariable long id, @RequestParam FormValue reason) {
        return decide(id, name -> new ReleaseHeldFile(name, reason.as(Reason.class)));
    }

    @PostMapping("/files/{id}/refuse")
    String refuse(@PathVariable long id, @RequestParam FormValue reason) {
        return decide(id, name -> new RefuseHeldFile(name, reason.as(Reason.class)));
    }

    @PostMapping("/files/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam FormValue reason) {
        InboundFile file = file(id);
        if (!isWithdrawable(file)) {
            throw new NoSuchThingException("accepted file of this number");
        }
        return operations.submit("/files/" + id, () -> new WithdrawUpload(file.shownName(), reason.as(Reason.class)));
    }

    private String decide(long id, Function<String, Operation> form) {
        InboundFile file = file(id);
        // the operation identifies the file by name, but a newer file may have the same name
        if (!isHeld(file) || held.get(file.shownName()).id() != id) {
            throw new NoSuchThingException("held file of this number");
        }
        return operations.submit("/files/" + id, () -> form.apply(file.shownName()));
    }

    /** The operation identifies the file by name, and another file with that name may be the accepted one. */
    private boolean isWithdrawable(InboundFile file) {
        return file.kind().filter(FileKind.COMPLAINTS::equals).isPresent()
                && InboundFileName.parseMentioned(file.shownName())
                        .flatMap(inbound::accepted)
                        .filter(accepted -> accepted.id() == file.id())
                        .isPresent();
    }

    private InboundFile file(long id) {
        return inbound.find(id).orElseThrow(() -> new NoSuchThingException("file of this number"));
    }

    private boolean isHeld(InboundFile file) {
        return FileRow.isHeld(file) && held.list().stream().anyMatch(waiting -> waiting.id() == file.id());
    }

    /** All recorded events of a file, from the drop to its receipt, by time. */
    record FileTimeline(HeldDecisions decisions, Answers answers, AuditTrail auditTrail, Clock clock) {

        private static final int MOST_ENTRIES = 200;

        /** An operator's decision about a held file; {@code second} is empty if nobody had to confirm it. */
        public record Decision(String kind, String at, String by, String second, String reason) {}

        /**
         * An event as the page shows it.
         *
         * @param action of an access, which is shown instead of the kind
         * @param entries the indexes of the beginning and the result of an access in the access log
         */
        public record Event(RelativeTime at, String kind, String who, String action, String what, List<Long> entries) {}

        private record Dated(
                Optional<Instant> at, String kind, String who, String action, String what, List<Long> entries) {

            Dated(Optional<Instant> at, String kind, String who, String what) {
                this(at, kind, who, "", what, List.of());
            }

            Event shown(Instant now) {
                return new Event(
                        at.map(time -> RelativeTime.of(PageFormat.timeToTheSecond(time), time, now))
                                .orElse(new RelativeTime(PageFormat.NOTHING, "", 0)),
                        kind,
                        who,
                        action,
                        what,
                        entries);
            }
        }

        Optional<Decision> decisionOn(InboundFile file) {
            return decisionsOn(file)
                    .reduce((earlier, later) -> later)
                    .map(decision -> new Decision(
                            decision.kind().name(),
                            PageFormat.time(decision.at()),
                            decision.by().name(),
                            decision.by().confirmedBy().orElse(""),
                            decision.reason()));
        }

        private Stream<HeldDecision> decisionsOn(InboundFile file) {
            return IntStream.rangeClosed(1, file.verdictCount() + 1)
                    .boxed()
                    .flatMap(answer -> decisions.of(file.id(), answer).stream());
        }

        List<Event> of(InboundFile file) {
            List<HeldDecision> decided = decisionsOn(file).toList();
            // the first answer to a held file says only that it is held
            int firstFinal = decided.stream()
                    .mapToInt(HeldDecision::answer)
                    .min()
                    .orElse(FileRow.isHeld(file) ? Integer.MAX_VALUE : 1);
            Stream<Dated> onDrop = Stream.of(
                    new Dated(
                            Optional.of(file.modified()),
                            "written",
                            file.insurer().value(),
                            ""),
                    new Dated(Optional.of(file.receivedAt()), "received", "batch", ""));
            Stream<Dated> decisionsMade = decided.stream()
                    .map(decision -> new Dated(
                            Optional.of(decision.at()),
                            "decided-" + decision.kind().name(),
                            PageFormat.names(decision.by()),
                            decision.reason()));
            Stream<Dated> answered = answers.deliveriesOf(file.id()).stream()
                    .map(answer -> new Dated(
                            answer.deliveredAt(),
                            answer.deliveredAt().isEmpty()
                                    ? "undelivered"
                                    : (answer.answer() < firstFinal ? "interim-" : "answer-")
                                            + answer.kind().name(),
                            "batch",
                            answer.name()));
            // the clock of the drop can be another one, so that its event is not sorted
            return Stream.concat(
                            onDrop,
                            Stream.of(decisionsMade, accesses(file), answered)
                                    .flatMap(Function.identity())
                                    .sorted(Comparator.comparing(
                                            event -> event.at().orElse(Instant.MAX))))
                    .map(event -> event.shown(clock.instant()))
                    .toList();
        }

        private Stream<Dated> accesses(InboundFile file) {
            AccessSearch ofInsurer = new AccessSearch(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(file.insurer().value()),
                    Optional.empty(),
                    MOST_ENTRIES);
            // a name can be used again; entries before this file was received are about an earlier file
            return auditTrail.accesses(ofInsurer.named(List.of(file.shownName())), 0).stream()
                    .filter(access -> !access.begin().at().isBefore(file.receivedAt()))
                    .sorted(Comparator.comparingLong(access -> access.begin().id()))
                    .map(FileTimeline::ofAccess);
        }

        private static Dated ofAccess(LoggedAccess access) {
            AccessLogEntry begin = access.begin();
            return new Dated(
                    Optional.of(begin.at()),
                    begin.phase() == EntryPhase.REFUSAL
                            ? "access-refused"
                            : access.end().isPresent() ? "access" : "access-begun",
                    PageFormat.names(begin.access().actor()),
                    begin.access().action().name(),
                    "",
                    Stream.concat(Stream.of(begin), access.end().stream())
                            .flatMapToLong(entry -> entry.index().stream())
                            .boxed()
                            .toList());
        }
    }

    /** The findings of a file by code, without the text of its rows. Of row findings, the most frequent come first. */
    public record FileFindings(List<Group> whole, List<Group> rows) {

        private static final int MOST_LINES = 200;

        /**
         * Findings of one code, with their share of all rows and the first lines.
         *
         * @param more the number of further lines; empty if there are none
         * @param further the further lines up to {@link #MOST_LINES}
         */
        public record Group(
                String code,
                String meaning,
                String count,
                String share,
                long percent,
                String column,
                List<Integer> samples,
                String more,
                List<Integer> further) {}

        public boolean isEmpty() {
            return whole.isEmpty() && rows.isEmpty();
        }

        static FileFindings of(InboundFile file, Findings findings, int samples, Locale locale) {
            MessageLanguage language = "zh".equals(locale.getLanguage()) ? MessageLanguage.ZH : MessageLanguage.EN;
            Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
            Map<FindingCode.Level, List<Group>> groups = tally.findings().entrySet().stream()
                    .sorted(Map.Entry.<FindingCode, Long>comparingByValue().reversed())
                    .collect(Collectors.groupingBy(
                            found -> found.getKey().level(),
                            Collectors.mapping(
                                    found -> group(
                                            found.getKey(),
                                            found.getValue(),
                                            tally.rows(),
                                            findings.first(file.id(), found.getKey(), MOST_LINES),
                                            samples,
                                            language),
                                    Collectors.toList())));
            return new FileFindings(
                    groups.getOrDefault(FindingCode.Level.FILE, List.of()),
                    groups.getOrDefault(FindingCode.Level.ROW, List.of()));
        }

        private static Group group(
                FindingCode code, long count, long rows, List<Finding> known, int samples, MessageLanguage language) {
            double percent = rows == 0 ? 0 : Math.min(100, 100.0 * count / rows);
            return new Group(
                    code.name(),
                    code.message(language),
                    PageFormat.count(count),
                    PageFormat.percent(percent),
                    Math.round(percent),
                    known.stream()
                            .flatMap(finding -> finding.column().stream())
                            .findFirst()
                            .orElse(""),
                    lines(known.stream().limit(samples)),
                    count > samples ? PageFormat.count(count - samples) : "",
                    lines(known.stream().skip(samples)));
        }

        private static List<Integer> lines(Stream<Finding> findings) {
            return findings.flatMap(finding -> finding.line().stream().boxed()).toList();
        }
    }
}
