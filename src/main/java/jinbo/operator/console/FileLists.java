package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.upload.UploadOperations.RefuseHeldFile;
import jinbo.operator.upload.UploadOperations.ReleaseHeldFile;
import jinbo.operator.upload.UploadOperations.WithdrawUpload;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Reason;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFileFilter;
import jinbo.registry.inbound.InboundFileFilter.Order;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All files that came in, and those that wait for an operator, who decides several of them with one reason. */
@ConsolePage
record FileLists(InboundFiles inbound, HeldFiles held, Lists lists, PageOperations operations, Clock clock) {

    /** What becomes of held files that were chosen. */
    enum Choice {
        RELEASE,
        REFUSE
    }

    private static final List<Column> COLUMNS = List.of(
            ListView.column("file"),
            ListView.column("insurer"),
            ListView.sortable("received"),
            ListView.column("status"),
            ListView.number("rows"),
            new Column("accepted", false, true),
            ListView.number("refused"));
    private static final List<Column> HELD = List.of(
            ListView.sortable("file"),
            ListView.sortable("insurer"),
            ListView.sortable("held.since"),
            ListView.column("held.why"),
            ListView.number("rows"),
            ListView.number("held.share"));

    private static final Set<FindingCode> HELD_BY =
            EnumSet.of(FindingCode.TOO_MANY_REFUSED, FindingCode.UNUSUAL_VOLUME);

    @GetMapping("/files")
    Object files(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        InboundFileFilter filter = new InboundFileFilter(
                lists.insurer(query),
                query.find("status", ReceiptStatus.class),
                query.find("name"),
                query.day("from").map(FileLists::begin),
                query.day("until").map(day -> begin(day.plusDays(1))),
                query.column().equals("rows")
                        ? Order.ROWS
                        : query.column().equals("refused") ? Order.REFUSED : Order.RECEIVED,
                query.column().isEmpty() || query.descending());
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<Filter> filters = Lists.filters(
                Filter.of("status", "status", Kind.TABS, statuses()),
                lists.insurerFilter(),
                Filter.of("name", "file", Kind.TEXT),
                Filter.of("from", "log.from", Kind.DAY),
                Filter.of("until", "log.until", Kind.DAY));
        List<Row> rows = inbound.find(filter, query.limit(), query.offset()).stream()
                .map(file -> row(file, insurers))
                .toList();
        model.addAttribute("waiting", held.list().size());
        return lists.show(ListView.paged(query, "files", filters, COLUMNS, rows), "files", model);
    }

    @GetMapping("/held")
    Object held(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Optional<InsurerCode> insurer = lists.insurer(query);
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<Row> rows = held.list().stream()
                .filter(file ->
                        insurer.filter(one -> !one.equals(file.insurer())).isEmpty())
                .map(file -> heldRow(file, insurers))
                .toList();
        return lists.show(
                ListView.whole(query, "held", List.of(lists.insurerFilter()), HELD, rows)
                        .withChoice(),
                "held",
                model);
    }

    @PostMapping("/held")
    String decide(
            RedirectAttributes next,
            @RequestParam Choice choice,
            @RequestParam(defaultValue = "") List<Long> chosen,
            @RequestParam FormValue reason) {
        List<PageAnswer> answers = held.list().stream()
                .filter(file -> chosen.contains(file.id()))
                .map(file -> operations.ask(() -> choice == Choice.RELEASE
                        ? new ReleaseHeldFile(file.shownName(), reason.as(Reason.class))
                        : new RefuseHeldFile(file.shownName(), reason.as(Reason.class))))
                .toList();
        next.addFlashAttribute(
                PageOperations.ANSWER, answers.isEmpty() ? lists.failure("held.none-chosen") : together(answers));
        if (answers.isEmpty() || answers.stream().anyMatch(answer -> answer.end() == PageAnswer.End.NOT_DONE)) {
            next.addFlashAttribute("typed", PhoneDigits.masked(reason.text()));
        }
        return "redirect:/held";
    }

    @PostMapping("/files/withdraw")
    String withdraw(RedirectAttributes next, @RequestParam FormValue file, @RequestParam FormValue reason) {
        return operations.then("/files", next, () -> new WithdrawUpload(file.text(), reason.as(Reason.class)));
    }

    private Row row(InboundFile file, Function<InsurerCode, Cell> insurers) {
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        return new Row(
                Long.toString(file.id()),
                List.of(
                        Cell.text(file.shownName()).to("/files/" + file.id()),
                        insurers.apply(file.insurer()),
                        Cell.time(file.receivedAt(), clock.instant()),
                        Cell.mark(
                                "status.",
                                file.verdict()
                                        .map(verdict -> verdict.status().name())
                                        .orElse("NONE")),
                        Cell.number(tally.rows()),
                        Cell.number(tally.accepted()),
                        Cell.number(tally.refused())));
    }

    private Row heldRow(InboundFile file, Function<InsurerCode, Cell> insurers) {
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        Cell why = tally.findings().keySet().stream()
                .filter(HELD_BY::contains)
                .findFirst()
                .map(code -> Cell.message("held.why." + code))
                .orElse(Cell.NOTHING);
        // all rows of a held file count as refused; how many deserve it, its findings say
        long rowsAtFault = tally.findings().entrySet().stream()
                .filter(found -> found.getKey().level() == FindingCode.Level.ROW
                        && found.getKey().severity() == FindingCode.Severity.REFUSED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        String findings = tally.findings().entrySet().stream()
                .map(found -> found.getKey() + " " + PageFormat.count(found.getValue()))
                .collect(Collectors.joining(", "));
        return new Row(
                Long.toString(file.id()),
                List.of(
                        Cell.text(file.shownName()).to("/files/" + file.id()),
                        insurers.apply(file.insurer()),
                        Cell.time(file.receivedAt(), clock.instant()),
                        why.note(findings),
                        Cell.number(tally.rows()),
                        Cell.share(Math.min(rowsAtFault, tally.rows()), tally.rows())));
    }

    /** The answers to all, one behind the other, with the worst of their ends. */
    private static PageAnswer together(List<PageAnswer> answers) {
        return new PageAnswer(
                answers.stream()
                        .map(PageAnswer::end)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                answers.stream().flatMap(answer -> answer.parts().stream()).toList());
    }

    private static Option[] statuses() {
        return Stream.concat(
                        Stream.of(new Option("", "list.all", "")),
                        Stream.of(Option.messages("status.", ReceiptStatus.values())))
                .toArray(Option[]::new);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
