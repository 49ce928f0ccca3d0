package jinbo.operator.console;

import java.util.Locale;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lines of business, and where one is added or closed. */
@ConsolePage
class LinePages {

    private static final String PAGE = "/lines";

    private final PageCommands pageCommands;

    LinePages(PageCommands pageCommands) {
        this.pageCommands = pageCommands;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal SignedInPerson by, Locale locale, Model model) {
        model.addAttribute(
                "sheet",
                pageCommands.ask(
                        by, locale, CommandLineBuilder.of("line", "list").list()));
        return "lines";
    }

    @PostMapping(PAGE)
    String add(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String chineseName,
            @RequestParam String reason) {
        return pageCommands.then(
                PAGE,
                next,
                by,
                locale,
                CommandLineBuilder.of("line", "add")
                        .option("--name", name)
                        .option("--name-zh", chineseName)
                        .option("--reason", reason)
                        .value(code)
                        .list());
    }

    @PostMapping("/lines/close")
    String close(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @RequestParam String code,
            @RequestParam String on,
            @RequestParam String reason) {
        return pageCommands.then(
                PAGE,
                next,
                by,
                locale,
                CommandLineBuilder.of("line", "close")
                        .option("--on", on)
                        .option("--reason", reason)
                        .value(code)
                        .list());
    }
}
