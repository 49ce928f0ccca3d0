package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import jinbo.operator.console.AnswerParts;
import jinbo.operator.console.PageAnswer;
import jinbo.participant.operation.UnreadableValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on the pages of the console what commands write. */
record ConsoleAnswers(Path home) implements AnswerParts {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAnswers.class);

    @Override
    public List<PageAnswer.Part> of(Object result, Locale language) {
        return parts(language, page -> new ResultRenderer(page).tell(result));
    }

    @Override
    public List<PageAnswer.Part> ofFailure(Exception e, Locale language) {
        return parts(language, page -> tell(e, page));
    }

    private void tell(Exception e, Page page) {
        if (e instanceof UnreadableValueException unreadable) {
            String label = OperationCommand.label(unreadable.type());
            page.say(
                    "wrong.value",
                    "\"" + TellWrongUse.withoutNumbers(unreadable.text()) + "\"",
                    label,
                    page.texts().of("allowed." + label));
        } else {
            Failure failure = Failure.of(e, home);
            failure.log(LOG, e);
            failure.tell(page);
        }
    }

    private static List<PageAnswer.Part> parts(Locale language, Consumer<Page> tell) {
        PageParts parts = new PageParts();
        tell.accept(new Page(Texts.in(Language.of(language)), parts));
        return parts.list();
    }
}
