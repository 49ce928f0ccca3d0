package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Texts;
import jinbo.operator.answer.ValueLabel;
import jinbo.participant.operation.UnreadableValueException;
import jinbo.platform.home.Home;
import jinbo.reference.phone.PhoneDigits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on the pages of the console what commands write. */
record ConsoleAnswers(Home home) {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAnswers.class);

    List<PageAnswer.Part> of(Object result, Locale language) {
        return parts(language, page -> new ResultRenderer(page).render(result));
    }

    List<PageAnswer.Part> ofFailure(Exception e, Locale language) {
        return parts(language, page -> write(e, page));
    }

    private void write(Exception e, Page page) {
        if (e instanceof UnreadableValueException unreadable) {
            String label = ValueLabel.of(unreadable.type());
            page.say(
                    "wrong.value",
                    "\"" + PhoneDigits.masked(unreadable.text()) + "\"",
                    label,
                    page.texts().of("allowed." + label));
        } else {
            Failure failure = Failure.of(e, home.root());
            failure.log(LOG, e);
            failure.writeTo(page);
        }
    }

    private static List<PageAnswer.Part> parts(Locale language, Consumer<Page> content) {
        PageParts parts = new PageParts();
        content.accept(new Page(Texts.in(Language.of(language)), parts));
        return parts.list();
    }
}
