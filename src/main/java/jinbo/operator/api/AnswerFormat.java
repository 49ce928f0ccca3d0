package jinbo.operator.api;

import java.util.Locale;

/** How results and failures are written; whoever opens the interface says how. */
public interface AnswerFormat {

    String BEAN = "answerFormat";

    String result(Object result, AnswerForm form, Locale language);

    Failed failed(Exception e, AnswerForm form, Locale language);

    record Failed(int status, String body) {}
}
