package jinbo.exchange.format;

/** A fault of a file or a row. The sentences are in the tables {@code findings.csv} of {@code exchange-formats/}. */
public enum FindingCode {
    MOBILE_MISSING(Level.ROW),
    MOBILE_MALFORMED(Level.ROW),
    MOBILE_LANDLINE(Level.ROW),
    MOBILE_SCIENTIFIC(Level.ROW),
    MOBILE_NOT_BEIJING(Level.ROW),
    COMPLAINT_UNKNOWN(Level.ROW),
    DATE_INVALID(Level.ROW),
    DATE_IN_FUTURE(Level.ROW),
    DATE_TOO_OLD(Level.ROW),
    CONSENT_MISSING(Level.ROW),
    BUSINESS_LINE_UNKNOWN(Level.ROW),
    BUSINESS_LINE_NOT_SOLD(Level.ROW),
    BUSINESS_LINE_CLOSED(Level.ROW),
    SCOPE_UNKNOWN(Level.ROW),
    TERM_UNKNOWN(Level.ROW),
    REFERENCE_TOO_LONG(Level.ROW),
    ROW_SHAPE(Level.ROW),
    SEGMENT_UNKNOWN(Level.ROW, Severity.WARNING),
    ROW_REPEATED(Level.ROW, Severity.WARNING),
    FILE_UNKNOWN(Level.ROW),
    LINE_UNKNOWN(Level.ROW),
    ALREADY_WITHDRAWN(Level.ROW),
    REASON_TOO_LONG(Level.ROW),
    CASE_UNKNOWN(Level.ROW),
    CASE_NOT_WAITING(Level.ROW),
    ANSWER_UNKNOWN(Level.ROW),
    DISPUTE_UNKNOWN(Level.ROW),
    WORDS_MISSING(Level.ROW),
    WORDS_TOO_LONG(Level.ROW),
    UNIT_NOT_REGISTERED(Level.ROW),
    SALESPERSON_INVALID(Level.ROW),
    EXEMPTION_INCOMPLETE(Level.ROW),
    FLAG_UNKNOWN(Level.ROW),
    CELL_NOT_FOR_ANSWER(Level.ROW),
    NAME_INVALID(Level.FILE),
    ENVELOPE_INVALID(Level.FILE),
    SIGNER_NOT_ACCEPTED(Level.FILE),
    ALREADY_RECEIVED(Level.FILE),
    TOO_LARGE(Level.FILE),
    TEXT_INVALID(Level.FILE),
    HEADER_INVALID(Level.FILE),
    EMPTY(Level.FILE),
    /** The file is held for an operator. */
    TOO_MANY_REFUSED(Level.FILE),
    /** The file is held for an operator. */
    UNUSUAL_VOLUME(Level.FILE),
    REFUSED_BY_OPERATOR(Level.FILE),
    CONTENT_INVALID(Level.FILE),
    LIST_UNKNOWN(Level.FILE),
    UNIT_UNKNOWN(Level.FILE),
    LIST_DIFFERS(Level.FILE, Severity.WARNING),
    CERTIFICATE_INVALID(Level.FILE),
    CERTIFICATE_TAKEN(Level.FILE),
    CERTIFICATE_REVOKED(Level.FILE),
    CERTIFICATE_KNOWN(Level.FILE, Severity.WARNING),
    CERTIFICATE_REVOKES(Level.FILE, Severity.WARNING);

    private final Level level;
    private final Severity severity;

    FindingCode(Level level) {
        this(level, Severity.REFUSED);
    }

    FindingCode(Level level, Severity severity) {
        this.level = level;
        this.severity = severity;
    }

    public Level level() {
        return level;
    }

    public Severity severity() {
        return severity;
    }

    public String message(MessageLanguage language) {
        return FindingTexts.of(this, language);
    }

    public enum Level {
        ROW,
        FILE
    }

    public enum Severity {
        REFUSED,
        WARNING
    }
}
