package jinbo.operator.api;

/** The requested form of an answer. */
public enum AnswerForm {
    JSON,
    TEXT,
    COLOURED_TEXT
}
