package jinbo.operator.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.PageForm;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Texts;
import jinbo.operator.answer.ValueLabel;
import jinbo.operator.insurer.InsurerSheet.UnitSheet;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.operation.OperationService;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.UnreadableValueException;
import jinbo.platform.home.Home;
import jinbo.reference.phone.PhoneDigits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts results and failures of operations to parts of a page. */
record ConsoleAnswers(Home home) {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAnswers.class);

    /** Converts a result; a request is shown without its command line. */
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
        if (result instanceof UnitSheet unit) {
            return List.of(new PageAnswer.AboutUnit(unit));
        }
        if (result instanceof RequestSheet sheet) {
            return List.of(PageAnswer.AboutRequest.refused(sheet));
        }
        return parts(language, page -> new ResultRenderer(page).render(result));
    }

    String sentence(Outline would, Locale language) {
        return Page.plain(Texts.in(Language.of(language)).of(would));
    }

    String text(Record of, String name, Locale language) {
        return Page.plain(renderer(language).value(of, name));
    }

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

    private static final class PageParts implements PageForm {

        private final List<PageAnswer.Part> parts = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        List<PageAnswer.Part> list() {
            gap();
            return List.copyOf(parts);
        }

        @Override
        public void line(String text) {
            lines.add(text);
        }

        @Override
        public void lines(String text) {
            text.lines().forEach(this::line);
        }

        @Override
        public void gap() {
            if (!lines.isEmpty()) {
                parts.add(new PageAnswer.Lines(List.copyOf(lines)));
                lines.clear();
            }
        }

        @Override
        public void fields(List<List<String>> pairs) {
            gap();
            parts.add(new PageAnswer.Fields(List.copyOf(pairs)));
        }

        @Override
        public void table(List<String> titles, List<List<String>> rows) {
            gap();
            parts.add(new PageAnswer.Table(titles, List.copyOf(rows)));
        }
    }
}
