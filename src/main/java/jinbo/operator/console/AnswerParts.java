package jinbo.operator.console;

import java.util.List;
import java.util.Locale;

/** How results and failures are shown on pages; whoever opens the console says how. */
public interface AnswerParts {

    /** Under which name the program knows it. */
    String BEAN = "answerParts";

    /** A result. */
    List<PageAnswer.Part> of(Object result, Locale language);

    /** What keeps an operation from being carried out. */
    List<PageAnswer.Part> ofFailure(Exception e, Locale language);
}
