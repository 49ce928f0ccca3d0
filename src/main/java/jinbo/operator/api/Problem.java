package jinbo.operator.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Failure.InvalidSetting;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import jinbo.platform.error.ErrorMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A failure as JSON (RFC 9457); for an incomplete operation, with the completed document to sign in its place. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String error,
        ErrorMessage message,
        List<TableProblem> problems,
        Optional<InvalidSetting> setting,
        Optional<Path> log,
        Optional<JsonNode> operation) {

    static Problem of(Failure failure, Locale language, Optional<String> operation) {
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
