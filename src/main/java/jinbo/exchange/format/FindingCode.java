package jinbo.exchange.format;

/**
 * What can be wrong with a file that an insurer sends, or with one of its rows. The sentences stand in the tables
 * {@code findings.csv} of {@code exchange-formats/}: what any file can earn stands with the complaints, what only another kind
 * can, with that kind.
 */
public enum FindingCode {
    MOBILE_MISSING(Level.ROW),
    MOBILE_MALFORMED(Level.ROW),
    MOBILE_LANDLINE(Level.ROW),
    /** A spreadsheet has turned the number into scientific notation. */
    MOBILE_SCIENTIFIC(Level.ROW),
    /** The number's segment belongs to another region. */
    MOBILE_NOT_BEIJING(Level.ROW),
    COMPLAINT_UNKNOWN(Level.ROW),
    DATE_INVALID(Level.ROW),
    DATE_IN_FUTURE(Level.ROW),
    /** {@code complained_on} is more than two years before the day of receipt. */
    DATE_TOO_OLD(Level.ROW),
    CONSENT_MISSING(Level.ROW),
    BUSINESS_LINE_UNKNOWN(Level.ROW),
    BUSINESS_LINE_NOT_SOLD(Level.ROW),
    /** The line of business is closed, or every line that the insurer sells. */
    BUSINESS_LINE_CLOSED(Level.ROW),
    SCOPE_UNKNOWN(Level.ROW),
    TERM_UNKNOWN(Level.ROW),
    /** {@code reference} has more than 40 characters. */
    REFERENCE_TOO_LONG(Level.ROW),
    /** The row is not what RFC 4180 calls a record of this file. */
    ROW_SHAPE(Level.ROW),
    SEGMENT_UNKNOWN(Level.ROW, Severity.WARNING),
    /** The same number stands earlier in the file. */
    ROW_REPEATED(Level.ROW, Severity.WARNING),
    /** A withdrawal names no complaint upload of this insurer of which anything was accepted. */
    FILE_UNKNOWN(Level.ROW),
    /** A withdrawal names a line on which no accepted row starts. */
    LINE_UNKNOWN(Level.ROW),
    /** What a withdrawal takes back has been taken back before. */
    ALREADY_WITHDRAWN(Level.ROW),
    /** The reason for a withdrawal has more than 200 characters. */
    REASON_TOO_LONG(Level.ROW),
    /** An answer names no case that this insurer has been asked about. */
    CASE_UNKNOWN(Level.ROW),
    /** The case stands so that it takes no such answer, or has got one. */
    CASE_NOT_WAITING(Level.ROW),
    ANSWER_UNKNOWN(Level.ROW),
    /** {@code dispute} is none of the four, or is missing. */
    DISPUTE_UNKNOWN(Level.ROW),
    WORDS_MISSING(Level.ROW),
    /** The words have more than 200 characters. */
    WORDS_TOO_LONG(Level.ROW),
    /** An answer names a sales unit that was never registered for this insurer. */
    UNIT_NOT_REGISTERED(Level.ROW),
    SALESPERSON_INVALID(Level.ROW),
    EXEMPTION_INCOMPLETE(Level.ROW),
    /** A column that takes {@code Y} or {@code N} has neither. */
    FLAG_UNKNOWN(Level.ROW),
    /** A cell is filled that does not belong to this answer. */
    CELL_NOT_FOR_ANSWER(Level.ROW),
    NAME_INVALID(Level.FILE),
    /** Not one signed and encrypted message to us, damaged, truncated or too weak. */
    ENVELOPE_INVALID(Level.FILE),
    /** Not signed by a key that is this insurer's and good on that day. */
    SIGNER_NOT_ACCEPTED(Level.FILE),
    /** The same name, bytes or content has been received before. */
    ALREADY_RECEIVED(Level.FILE),
    /** A limit of size, ratio, rows or length of a row is passed. */
    TOO_LARGE(Level.FILE),
    /** No known encoding, or binary. */
    TEXT_INVALID(Level.FILE),
    /** A column is missing, doubled or unknown. */
    HEADER_INVALID(Level.FILE),
    /** Not even a header. */
    EMPTY(Level.FILE),
    /** Held for an operator: too large a share of the rows is refused. */
    TOO_MANY_REFUSED(Level.FILE),
    /** Held for an operator: far above the insurer's history, or numbers in sequence. */
    UNUSUAL_VOLUME(Level.FILE),
    /** An operator refused the file after it had been held. */
    REFUSED_BY_OPERATOR(Level.FILE),
    /** An acknowledgement or a request for a full list is not JSON of its format, or says what cannot be. */
    CONTENT_INVALID(Level.FILE),
    /** An acknowledgement of a list that was not delivered to this insurer. */
    LIST_UNKNOWN(Level.FILE),
    /** An acknowledgement names a sales unit that is not registered for this insurer. */
    UNIT_UNKNOWN(Level.FILE),
    /** The insurer's list is not the one that was acknowledged; the next list is full. */
    LIST_DIFFERS(Level.FILE, Severity.WARNING),
    /** The content is not one public certificate that is good enough to sign and to be encrypted to. */
    CERTIFICATE_INVALID(Level.FILE),
    CERTIFICATE_TAKEN(Level.FILE),
    CERTIFICATE_REVOKED(Level.FILE),
    /** The certificate counts already, as it was sent; nothing waits. */
    CERTIFICATE_KNOWN(Level.FILE, Severity.WARNING),
    /** The copy of a certificate that counts holds a revocation, which counts at once. */
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

    /** Whether it is about a row or about the whole file. */
    public Level level() {
        return level;
    }

    public Severity severity() {
        return severity;
    }

    /** A sentence that says what is wrong and what to do. */
    public String message(MessageLanguage language) {
        return FindingTexts.of(this, language);
    }

    public enum Level {
        ROW,
        FILE
    }

    /** What a finding does to the row or file that it is about. */
    public enum Severity {
        /** Not taken in. */
        REFUSED,
        /** Taken in; somebody should look at it all the same. */
        WARNING
    }
}
