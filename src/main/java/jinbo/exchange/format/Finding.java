package jinbo.exchange.format;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong with an upload, and where. It never holds what was written there.
 *
 * @param line physical line on which the row starts, the file's first line being 1; empty for a finding about the whole
 *     file that has no place
 */
public record Finding(OptionalInt line, Optional<String> column, FindingCode code, Optional<FindingCause> cause) {

    /** @throws IllegalArgumentException if the cause is one of another code */
    public Finding {
        if (cause.isPresent() && cause.get().code() != code) {
            throw new IllegalArgumentException(cause.get() + " is no cause of " + code);
        }
    }

    /** One of which no more is known than its code says. */
    public Finding(OptionalInt line, Optional<String> column, FindingCode code) {
        this(line, column, code, Optional.empty());
    }

    /** A finding about a whole file, without a place. */
    public static Finding ofFile(FindingCode code) {
        return new Finding(OptionalInt.empty(), Optional.empty(), code);
    }

    public static Finding atLine(int line, FindingCode code) {
        return new Finding(OptionalInt.of(line), Optional.empty(), code);
    }

    public static Finding atColumn(int line, UploadColumn column, FindingCode code) {
        return new Finding(OptionalInt.of(line), Optional.of(column.title()), code);
    }

    /** @throws IllegalArgumentException if the cause is one of another code */
    public Finding because(FindingCause seen) {
        return new Finding(line, column, code, Optional.of(seen));
    }

    /** What is wrong and what to do, with the cause where one was seen. */
    public String message(MessageLanguage language) {
        String between = language == MessageLanguage.ZH ? "" : " ";
        return code.message(language)
                + cause.map(seen -> between + seen.message(language)).orElse("");
    }

    /**
     * What exactly stands behind a finding whose code has several usual causes: a sentence more for people, behind that
     * of the code. The sentences stand in {@code causes.csv} of {@code exchange-formats/complaints/v1}.
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
}
