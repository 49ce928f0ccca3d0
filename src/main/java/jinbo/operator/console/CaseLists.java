package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.Cases.CaseFilter;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Consumers' complaints about calls, the newest first, without anything by which somebody could be known. */
@ConsolePage
record CaseLists(Cases cases, Lists lists, Clock clock) {

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
                        Stream.of(Option.words("case.", CaseState.values())))
                .flatMap(some -> some)
                .toArray(Option[]::new);
        return lists.show(
                ListView.paged(
                        query,
                        "cases",
                        Lists.filters(Filter.of("state", "cases.state", Kind.TABS, states), lists.insurerFilter()),
                        COLUMNS,
                        cases.newest(filter, Math.min(Cases.MOST, query.limit()), query.offset()).stream()
                                .map(summary -> row(summary, today, insurers))
                                .toList()),
                "cases",
                model);
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
                        Cell.word("purpose." + summary.purpose()),
                        Cell.mark("case.", summary.state().name()),
                        Cell.time(summary.since(), clock.instant()),
                        summary.isOverdue(today) ? due.note(lists.word("cases.overdue")) : due));
    }
}
