package jinbo.operator.api;

/** In which form whoever asks wants the answer. */
public enum AnswerForm {
    /** Results, and problems (RFC 9457). */
    JSON,
    TEXT,
    /** For a terminal that shows colours. */
    COLOURED_TEXT
}
