package jinbo.operator.console;

import java.util.Locale;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where one number is looked up, for a reason that becomes an entry of the access log. The number is sent in the body, never in an
 * address, and comes back on no page.
 */
@ConsolePage
@RequestMapping("/number")
class NumberPage {

    private final PageCommands pageCommands;

    NumberPage(PageCommands pageCommands) {
        this.pageCommands = pageCommands;
    }

    /** What can be asked about a number. */
    enum Question {
        /** Who may call it, and why. */
        LOOKUP,
        /** What was ever registered for it. */
        SHOW,
        /** Who has looked at it, which uploads brought it, which lists held it. */
        TRACE
    }

    @GetMapping
    String asked() {
        return "number";
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            Model model,
            @RequestParam Question question,
            @RequestParam String number,
            @RequestParam String reason) {
        CommandLineBuilder commandLineBuilder = switch (question) {
            case LOOKUP ->
                CommandLineBuilder.of("lookup").option("--reason", reason).value("-");
            case SHOW ->
                CommandLineBuilder.of("show").option("--reason", reason).value("-");
            case TRACE ->
                CommandLineBuilder.of("audit", "search")
                        .option("--reason", reason)
                        .option("--number", "-");
        };
        model.addAttribute("question", question.name());
        model.addAttribute("answer", pageCommands.ask(by, locale, commandLineBuilder.list(), number));
        return "number";
    }
}
