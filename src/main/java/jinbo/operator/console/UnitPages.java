package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.insurer.InsurerOperations.AddUnit;
import jinbo.operator.insurer.InsurerOperations.CloseUnit;
import jinbo.operator.insurer.InsurerOperations.RecordUnitAgreement;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of sales units, and the forms that change a unit. */
@ConsolePage
@RequestMapping("/units")
record UnitPages(SalesUnits units, Insurers insurers, Lists lists, PageOperations operations, Clock clock) {

    private static final String PAGE = "/units";
    private static final Layout LAYOUT = new Layout(
            "units",
            ListView.sortable("units.code"),
            ListView.sortable("insurer"),
            ListView.sortable("units.kind"),
            ListView.sortable("units.confidentiality"),
            ListView.sortable("units.added"),
            ListView.sortable("status"));

    @GetMapping
    Object show(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Optional<InsurerCode> wanted = lists.insurer(query);
        Function<InsurerCode, Cell> cells = lists.insurerCells();
        model.addAttribute("insurers", insurers.all());
        model.addAttribute("kinds", SalesUnit.Kind.values());
        List<Row> rows = insurers.all().stream()
                .filter(insurer ->
                        wanted.filter(code -> !code.equals(insurer.code())).isEmpty())
                .flatMap(insurer -> units.of(insurer.code()).stream())
                .map(unit -> row(unit, cells))
                .toList();
        return lists.show(LAYOUT.pageOf(query, List.of(lists.insurerFilter()), rows), "units", model);
    }

    @PostMapping
    String add(
            @RequestParam FormValue insurer,
            @RequestParam FormValue unit,
            @RequestParam String name,
            @RequestParam SalesUnit.Kind kind,
            @RequestParam FormValue confidentiality,
            @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                "add",
                () -> new AddUnit(
                        insurer.as(InsurerCode.class),
                        unit.as(UnitCode.class),
                        name,
                        kind,
                        confidentiality.find(LocalDate.class),
                        reason.find(String.class)));
    }

    @PostMapping("/agree")
    String agree(
            @RequestParam FormValue insurer,
            @RequestParam FormValue unit,
            @RequestParam FormValue confidentiality,
            @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                "agree " + insurer.text() + " " + unit.text(),
                () -> new RecordUnitAgreement(
                        insurer.as(InsurerCode.class),
                        unit.as(UnitCode.class),
                        confidentiality.as(LocalDate.class),
                        reason.find(String.class)));
    }

    @PostMapping("/close")
    String close(@RequestParam FormValue insurer, @RequestParam FormValue unit) {
        return operations.submit(
                PAGE,
                "close " + insurer.text() + " " + unit.text(),
                () -> new CloseUnit(insurer.as(InsurerCode.class), unit.as(UnitCode.class)));
    }

    private Row row(SalesUnit unit, Function<InsurerCode, Cell> insurers) {
        String state = !unit.isOpen() ? "CLOSED" : unit.isBound(BusinessTime.today(clock)) ? "BOUND" : "NOT_BOUND";
        return new Row(
                unit.insurer() + " " + unit.code(),
                Cell.text(unit.code()).note(unit.name()),
                insurers.apply(unit.insurer()),
                Cell.message("units.kind." + unit.kind()),
                Cell.text(PageFormat.orNothing(unit.confidentialitySince())),
                Cell.time(unit.addedAt(), clock.instant()),
                Cell.mark("units.", state));
    }
}
