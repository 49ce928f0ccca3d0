package jinbo.platform.http;

import java.util.List;
import java.util.Locale;
import jinbo.operator.console.AnswerParts;
import jinbo.operator.console.PageAnswer;

/** For a console at which nothing is asked for. */
final class NoAnswers implements AnswerParts {

    @Override
    public List<PageAnswer.Part> of(Object result, Locale language) {
        return List.of();
    }

    @Override
    public List<PageAnswer.Part> ofFailure(Exception e, Locale language) {
        return List.of();
    }
}
