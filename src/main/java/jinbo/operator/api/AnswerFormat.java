package jinbo.operator.api;

import java.util.Locale;

/** How results and failures are written; whoever opens the interface says how. */
public interface AnswerFormat {

    /** Under which name the program knows it. */
    String BEAN = "answerFormat";

    /** A result for programs. */
    String json(Object result);

    /** A result for people. */
    String text(Object result, Locale language);

    /**
     * What keeps an operation from being carried out.
     *
     * @param text whether people read it; programs get a problem as JSON (RFC 9457)
     */
    Failed failed(Exception e, boolean text, Locale language);

    /** What keeps a confirmed operation from being carried out, for the record of the request. */
    String recorded(Exception e);

    /**
     * Why an operation was not carried out.
     *
     * @param status of HTTP
     * @param body as it is sent
     */
    record Failed(int status, String body) {}
}
