package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Texts;
import jinbo.operator.answer.ValueLabel;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.operation.OperationService;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.UnreadableValueException;
import jinbo.platform.home.Home;
import jinbo.reference.phone.PhoneDigits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on the pages of the console what commands write. */
record ConsoleAnswers(Home home) {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAnswers.class);

    /** Of a request without the command, which is for terminals. */
    List<PageAnswer.Part> of(Object result, Locale language) {
        if (result instanceof OperationService.Requested stored) {
            return List.of(
                    PageAnswer.AboutRequest.waits(stored.request()),
                    new PageAnswer.Lines(List.of(sentence(stored.would(), language))));
        }
        if (result instanceof CarriedOut done) {
            return Stream.concat(
                            Stream.of(PageAnswer.AboutRequest.confirmed(done)), of(done.answer(), language).stream())
                    .toList();
        }
        if (result instanceof RequestSheet sheet) {
            return List.of(PageAnswer.AboutRequest.refused(sheet));
        }
        return parts(language, page -> new ResultRenderer(page).render(result));
    }

    /** What an operation would do. */
    String sentence(Outline would, Locale language) {
        return Page.plain(Texts.in(Language.of(language)).of(would));
    }

    /** One value of a record, as results show it. */
    String text(Record of, String name, Locale language) {
        return Page.plain(renderer(language).value(of, name));
    }

    /** A record, as results show it in the place of a single value. */
    String text(Record whole, Locale language) {
        return Page.plain(renderer(language).value(whole));
    }

    private static ResultRenderer renderer(Locale language) {
        return new ResultRenderer(new Page(Texts.in(Language.of(language)), new PageParts()));
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
