package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands what is asked for on a page over to the command runner, and what it tells to the page that comes next. */
class PageCommands {

    /** Under which name a page finds what was told. */
    static final String TOLD = "told";

    private final CommandRunner commandRunner;

    PageCommands(CommandRunner commandRunner) {
        this.commandRunner = commandRunner;
    }

    CommandResult ask(SignedInPerson by, Locale language, List<String> words) {
        return commandRunner.run(new CommandRunner.Order(by, language, words, Optional.empty()));
    }

    /** The same, with what would be asked for at a terminal. */
    CommandResult ask(SignedInPerson by, Locale language, List<String> words, String told) {
        return commandRunner.run(new CommandRunner.Order(by, language, words, Optional.of(told)));
    }

    /** Has it done, and leads on to a page that shows what came of it. */
    String then(String path, RedirectAttributes next, SignedInPerson by, Locale language, List<String> words) {
        next.addFlashAttribute(TOLD, ask(by, language, words));
        return "redirect:" + path;
    }
}
