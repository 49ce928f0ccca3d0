package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.Cases.CaseFilter;
import jinbo.operator.cases.CaseOperations.OpenCase;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationNumber;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Consumers' complaints about calls, the newest first, without anything by which somebody could be known. */
@ConsolePage
record CaseLists(
        Cases cases, BusinessLines lines, Insurers insurers, Lists lists, PageOperations operations, Clock clock) {

    private static final String OVERDUE = "OVERDUE";

    private static final List<Column> COLUMNS = List.of(
            ListView.column("cases.number"),
            ListView.column("cases.insurer"),
            ListView.column("cases.line"),
            ListView.column("cases.called"),
            ListView.column("cases.purpose"),
            ListView.column("cases.state"),
            ListView.column("cases.since"),
            ListView.column("cases.due"));

    @GetMapping("/cases")
    Object show(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        LocalDate today = BusinessTime.dateOf(clock.instant());
        CaseFilter filter = new CaseFilter(
                lists.insurer(query),
                query.find("state", CaseState.class),
                query.of("state").equals(OVERDUE) ? Optional.of(today) : Optional.empty());
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        Option[] states = Stream.of(
                        Stream.of(new Option("", "list.all", ""), new Option(OVERDUE, "cases.overdue", "")),
                        Stream.of(Option.messages("case.", CaseState.values())))
                .flatMap(some -> some)
                .toArray(Option[]::new);
        return lists.show(
                ListView.paged(
                        query,
                        "cases",
                        Lists.filters(Filter.of("state", "cases.state", Kind.TABS, states), lists.insurerFilter()),
                        COLUMNS,
                        read(filter, query).stream()
                                .map(summary -> row(summary, today, insurers))
                                .toList()),
                "cases",
                model);
    }

    private List<CaseSummary> read(CaseFilter filter, ListQuery query) {
        List<CaseSummary> read = new ArrayList<>();
        int before;
        do {
            before = read.size();
            read.addAll(cases.newest(filter, Math.min(Cases.MOST, query.limit() - before), query.offset() + before));
        } while (read.size() < query.limit() && read.size() - before == Cases.MOST);
        return read;
    }

    @GetMapping("/cases/new")
    String asked(Model model) {
        model.addAttribute("purposes", CallPurpose.values());
        model.addAttribute("insurers", insurers.all());
        model.addAttribute("lines", lines.openOn(BusinessTime.dateOf(clock.instant())));
        return "case-new";
    }

    @PostMapping("/cases")
    String open(
            RedirectAttributes next,
            @RequestParam String number,
            @RequestParam FormValue day,
            @RequestParam FormValue time,
            @RequestParam CallPurpose purpose,
            @RequestParam FormValue insurer,
            @RequestParam FormValue line,
            @RequestParam FormValue caller,
            @RequestParam FormValue reason) {
        return operations.then(
                "/cases/new",
                next,
                () -> new OpenCase(
                        OperationNumber.typed(number),
                        reason.as(AccessPurpose.class),
                        at(day.as(LocalDate.class), LocalTime.parse(time.text())),
                        purpose,
                        insurer.find(InsurerCode.class),
                        line.find(LineCode.class),
                        caller.find(String.class).map(HiddenText::new),
                        Optional.empty()));
    }

    private static Moment at(LocalDate day, LocalTime time) {
        Instant at = day.atTime(time).atZone(BusinessTime.ZONE).toInstant();
        return new Moment(at, at);
    }

    private Row row(CaseSummary summary, LocalDate today, Function<InsurerCode, Cell> insurers) {
        String number = summary.number().value();
        Cell due = Cell.text(PageFormat.orNothing(summary.dueOn()));
        return new Row(
                number,
                List.of(
                        Cell.text(number).to("/cases/" + number),
                        summary.insurer().map(insurers).orElse(Cell.NOTHING),
                        summary.businessLine().map(Cell::text).orElse(Cell.NOTHING),
                        Cell.time(summary.calledAt(), clock.instant()),
                        Cell.message("purpose." + summary.purpose()),
                        Cell.mark("case.", summary.state().name()),
                        Cell.time(summary.since(), clock.instant()),
                        summary.isOverdue(today) ? due.note(lists.message("cases.overdue")) : due));
    }
}
