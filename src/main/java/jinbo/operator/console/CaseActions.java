package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people bring about in a case: whose call it was, what it was, that its consumer does not accept that. */
@ConsolePage
@RequestMapping("/cases/{number}")
class CaseActions {

    private final PageCommands pageCommands;

    CaseActions(PageCommands pageCommands) {
        this.pageCommands = pageCommands;
    }

    @PostMapping("/assign")
    String assign(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String number,
            @RequestParam String insurer,
            @RequestParam String unit,
            @RequestParam String salesperson,
            @RequestParam String reason) {
        return then(
                next,
                by,
                locale,
                number,
                CommandLineBuilder.of("case", "assign")
                        .option("--insurer", insurer)
                        .option("--unit", unit)
                        .option("--salesperson", salesperson)
                        .option("--reason", reason));
    }

    @PostMapping("/decide")
    String decide(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String number,
            @RequestParam CaseRuling ruling,
            @RequestParam(defaultValue = "") List<ViolationGround> violationGround,
            @RequestParam String evidence,
            @RequestParam String reason) {
        CommandLineBuilder commandLineBuilder =
                CommandLineBuilder.of("case", "decide").option("--ruling", ruling.name());
        violationGround.forEach(broken -> commandLineBuilder.option("--ground", broken.name()));
        return then(
                next,
                by,
                locale,
                number,
                commandLineBuilder.option("--evidence", evidence).option("--reason", reason));
    }

    @PostMapping("/contest")
    String contest(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String number,
            @RequestParam String reason) {
        return then(
                next,
                by,
                locale,
                number,
                CommandLineBuilder.of("case", "appeal").option("--reason", reason));
    }

    private String then(
            RedirectAttributes next,
            SignedInPerson by,
            Locale locale,
            String typed,
            CommandLineBuilder commandLineBuilder) {
        String number = CaseNumber.typed(typed)
                .orElseThrow(() -> new NoSuchThingException("case of this number"))
                .value();
        return pageCommands.then(
                "/cases/" + number,
                next,
                by,
                locale,
                commandLineBuilder.value(number).list());
    }
}
