package jinbo.operator.api;

/** The forms in which the serving process answers an operation. */
public enum AnswerForm {
    JSON,
    TEXT,
    COLOURED_TEXT
}
