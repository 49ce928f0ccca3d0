package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.reference.ReferenceOperations.AddBusinessLine;
import jinbo.operator.reference.ReferenceOperations.CloseBusinessLine;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of lines of business, and the forms that add and close a line. */
@ConsolePage
record LinePages(BusinessLines lines, Insurers insurers, PageOperations operations, Lists lists, Clock clock) {

    private static final String PAGE = "/lines";
    private static final Layout LAYOUT = new Layout(
            "lines",
            ListView.sortable("lines.line"),
            ListView.sortable("lines.code"),
            ListView.sortable("lines.since"),
            ListView.column("page.insurers"),
            ListView.sortable("status"));

    @GetMapping(PAGE)
    Object show(HttpServletRequest request, Locale locale, Model model) {
        LocalDate today = BusinessTime.today(clock);
        List<Insurer> all = insurers.all();
        List<Row> rows =
                lines.all().stream().map(line -> row(line, all, today, locale)).toList();
        return lists.show(LAYOUT.pageOf(ListQuery.of(request), List.of(), rows), "lines", model);
    }

    private static Row row(BusinessLine line, List<Insurer> insurers, LocalDate today, Locale locale) {
        String name = line.nameIn(locale);
        return new Row(
                line.code().value(),
                Cell.text(name).note(name.equals(line.name()) ? line.chineseName() : line.name()),
                Cell.text(line.code()),
                Cell.text(line.since()),
                Cell.text(insurers.stream()
                        .filter(insurer -> insurer.departure().isEmpty()
                                && insurer.in(line.code())
                                        .filter(sold -> sold.holds(today))
                                        .isPresent())
                        .map(insurer -> insurer.code().value())
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "), codes -> codes.isEmpty() ? PageFormat.NOTHING : codes))),
                line.closedOn()
                        .map(on -> Cell.mark("lines.", "CLOSED").note(on.toString()))
                        .orElse(Cell.mark("lines.", "IN_USE")));
    }

    @PostMapping(PAGE)
    String add(
            @RequestParam FormValue code,
            @RequestParam String name,
            @RequestParam String chineseName,
            @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                "add",
                () -> new AddBusinessLine(
                        code.as(LineCode.class), name, chineseName, Optional.empty(), reason.find(String.class)));
    }

    @PostMapping("/lines/close")
    String close(@RequestParam FormValue code, @RequestParam FormValue on, @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                "close " + code.text(),
                () -> new CloseBusinessLine(code.as(LineCode.class), on.as(LocalDate.class), reason.as(Reason.class)));
    }
}
