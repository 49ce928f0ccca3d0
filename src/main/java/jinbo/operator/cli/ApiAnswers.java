package jinbo.operator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.operator.api.AnswerForm;
import jinbo.operator.api.AnswerFormat;
import jinbo.operator.request.CarriedOut;
import jinbo.participant.operation.ConfirmationService;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.OperationException;
import jinbo.platform.csv.TableProblem;
import jinbo.platform.error.ErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the local interface answers as commands write it. */
record ApiAnswers(Path home) implements AnswerFormat {

    private static final Logger LOG = LoggerFactory.getLogger(ApiAnswers.class);
    private static final List<String> OF_PROBLEMS = List.of("type", "title", "status", "detail", "operation");

    /**
     * A problem (RFC 9457), with the members that commands write.
     *
     * @param type one for each error
     * @param title its code
     * @param status of HTTP
     * @param detail what is wrong, where, and what to do, in the language that was asked for
     * @param operation what is to be signed instead
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String error,
            ErrorMessage message,
            List<TableProblem> problems,
            Optional<UnsoundSetting> setting,
            Optional<Path> log,
            Optional<JsonNode> operation) {

        private static Problem of(Failure failure, Locale language, Optional<String> operation) {
            return new Problem(
                    "urn:jinbo:error:" + failure.error(),
                    failure.error(),
                    failure.message().error().httpStatus(),
                    failure.message().in(language),
                    failure.error(),
                    failure.message(),
                    failure.problems(),
                    failure.setting(),
                    failure.log(),
                    operation.map(new JsonMapper()::readTree));
        }
    }

    /** A problem as a command writes it that was carried out in a process of its own. */
    static String asCommand(String problem) {
        return JsonAnswers.write(((ObjectNode) new JsonMapper().readTree(problem)).remove(OF_PROBLEMS));
    }

    /** What a problem says is to be signed. */
    static Operation wholeOperation(String problem) {
        return OperationDocument.read(
                new JsonMapper().readTree(problem).path("operation").toString(), OperatorOperations.CATALOG);
    }

    @Override
    public String result(Object result, AnswerForm form, Locale language) {
        Object shown = result instanceof ConfirmationService.Confirmed confirmed ? CarriedOut.of(confirmed) : result;
        return form == AnswerForm.JSON
                ? JsonAnswers.write(shown)
                : text(form, language, page -> new ResultRenderer(page).tell(shown));
    }

    private static String text(AnswerForm form, Locale language, Consumer<Page> told) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Screen screen = form == AnswerForm.COLOURED_TEXT ? Screen.COLOURED : Screen.NONE;
        told.accept(new Page(Texts.in(Language.of(language)), out, screen));
        out.flush();
        return text.toString();
    }

    @Override
    public Failed failed(Exception e, AnswerForm form, Locale language) {
        Failure failure = Failure.of(e, home);
        failure.log(LOG, e);
        int status = failure.message().error().httpStatus();
        if (form == AnswerForm.JSON) {
            Optional<String> operation =
                    e instanceof OperationException incomplete ? incomplete.whole() : Optional.empty();
            return new Failed(status, JsonAnswers.write(Problem.of(failure, language, operation)));
        }
        return new Failed(status, text(form, language, failure::tell));
    }
}
