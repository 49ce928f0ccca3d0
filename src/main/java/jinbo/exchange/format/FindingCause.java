package jinbo.exchange.format;

/**
 * What exactly stands behind a finding whose code has several usual causes: a sentence more for people, behind that of the code.
 * The sentences stand in {@code causes.csv} of {@code exchange-formats/complaints/v1}.
 */
public enum FindingCause {
    SEMICOLON(FindingCode.HEADER_INVALID),
    PIPE(FindingCode.HEADER_INVALID),
    /** The columns are separated by the comma of Chinese text. */
    FULL_WIDTH_COMMA(FindingCode.HEADER_INVALID),
    /** Before the header stands the line by which Excel is told a separator. */
    SEPARATOR_LINE(FindingCode.HEADER_INVALID),
    /** Signed as text, and not as bytes. */
    TEXT_SIGNATURE(FindingCode.ENVELOPE_INVALID),
    /** Encrypted, and not signed within. */
    NOT_SIGNED(FindingCode.ENVELOPE_INVALID),
    NOT_ENCRYPTED(FindingCode.ENVELOPE_INVALID),
    PASSPHRASE(FindingCode.ENVELOPE_INVALID),
    NO_INTEGRITY_PROTECTION(FindingCode.ENVELOPE_INVALID),
    GNUPG_OCB(FindingCode.ENVELOPE_INVALID);

    private final FindingCode code;

    FindingCause(FindingCode code) {
        this.code = code;
    }

    public FindingCode code() {
        return code;
    }

    /** A sentence that says what was seen and what is right. */
    public String message(MessageLanguage language) {
        return FindingTexts.of(this, language);
    }
}
