package jinbo.operator.console;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.operator.reference.ReferenceOperations.AddBusinessLine;
import jinbo.operator.reference.ReferenceOperations.CloseBusinessLine;
import jinbo.operator.reference.ReferenceOperations.ListBusinessLines;
import jinbo.participant.operation.Reason;
import jinbo.reference.business.LineCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the lines of business, and the forms that add and close a line. */
@ConsolePage
record LinePages(PageOperations operations) {

    private static final String PAGE = "/lines";

    @GetMapping(PAGE)
    String show(Model model) {
        model.addAttribute("sheet", operations.execute(ListBusinessLines::new));
        return "lines";
    }

    @PostMapping(PAGE)
    String add(
            @RequestParam FormValue code,
            @RequestParam String name,
            @RequestParam String chineseName,
            @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                () -> new AddBusinessLine(
                        code.as(LineCode.class), name, chineseName, Optional.empty(), reason.find(String.class)));
    }

    @PostMapping("/lines/close")
    String close(@RequestParam FormValue code, @RequestParam FormValue on, @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                () -> new CloseBusinessLine(code.as(LineCode.class), on.as(LocalDate.class), reason.as(Reason.class)));
    }
}
