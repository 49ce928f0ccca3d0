package jinbo.operator.api;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.JsonAnswers;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Screen;
import jinbo.operator.answer.Texts;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.participant.operation.ConfirmationService;
import jinbo.participant.operation.OperationException;
import jinbo.platform.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers of the local interface in the form of the commands. */
record ApiAnswers(Home home) {

    private static final Logger LOG = LoggerFactory.getLogger(ApiAnswers.class);

    record Failed(int status, String body) {}

    String result(Object result, AnswerForm form, Locale language) {
        Object shown = result instanceof ConfirmationService.Confirmed confirmed ? CarriedOut.of(confirmed) : result;
        return form == AnswerForm.JSON
                ? JsonAnswers.write(shown)
                : text(form, language, page -> new ResultRenderer(page).render(shown));
    }

    private static String text(AnswerForm form, Locale language, Consumer<Page> content) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Screen screen = form == AnswerForm.COLOURED_TEXT ? Screen.COLOURED : Screen.NONE;
        content.accept(new Page(Texts.in(Language.of(language)), out, screen));
        out.flush();
        return text.toString();
    }

    Failed failed(Exception e, AnswerForm form, Locale language) {
        Failure failure = Failure.of(e, home.root());
        failure.log(LOG, e);
        int status = failure.message().error().httpStatus();
        if (form == AnswerForm.JSON) {
            Optional<String> operation =
                    e instanceof OperationException incomplete ? incomplete.whole() : Optional.empty();
            return new Failed(status, JsonAnswers.write(Problem.of(failure, language, operation)));
        }
        return new Failed(status, text(form, language, failure::writeTo));
    }
}
