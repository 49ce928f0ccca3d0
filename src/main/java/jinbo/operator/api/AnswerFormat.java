package jinbo.operator.api;

import java.util.Locale;

/** How results and failures are written; whoever opens the interface says how. */
public interface AnswerFormat {

    String BEAN = "answerFormat";

    String json(Object result);

    String text(Object result, Locale language);

    /** @param text whether people read it; programs get a problem as JSON (RFC 9457) */
    Failed failed(Exception e, boolean text, Locale language);

    /** What keeps a confirmed operation from being carried out, for the record of the request. */
    String recorded(Exception e);

    record Failed(int status, String body) {}
}
