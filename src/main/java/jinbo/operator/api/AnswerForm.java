package jinbo.operator.api;

public enum AnswerForm {
    JSON,
    TEXT,
    COLOURED_TEXT
}
