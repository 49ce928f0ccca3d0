package jinbo.exchange.format;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fault of an upload or of one of its rows, as the outcome reports it.
 *
 * @param line the physical line on which the row starts, from 1; empty for a finding about the whole file
 */
public record Finding(OptionalInt line, Optional<String> column, FindingCode code, Optional<FindingCause> cause) {

    public Finding {
        if (cause.isPresent() && cause.get().code() != code) {
            throw new IllegalArgumentException(cause.get() + " is no cause of " + code);
        }
    }

    public Finding(OptionalInt line, Optional<String> column, FindingCode code) {
        this(line, column, code, Optional.empty());
    }

    public static Finding ofFile(FindingCode code) {
        return new Finding(OptionalInt.empty(), Optional.empty(), code);
    }

    public static Finding atLine(int line, FindingCode code) {
        return new Finding(OptionalInt.of(line), Optional.empty(), code);
    }

    public static Finding atColumn(int line, UploadColumn column, FindingCode code) {
        return new Finding(OptionalInt.of(line), Optional.of(column.title()), code);
    }

    /** @throws IllegalArgumentException if the cause belongs to another code */
    public Finding because(FindingCause detected) {
        return new Finding(line, column, code, Optional.of(detected));
    }

    public String message(MessageLanguage language) {
        String between = language == MessageLanguage.ZH ? "" : " ";
        return code.message(language)
                + cause.map(detected -> between + detected.message(language)).orElse("");
    }

    /** A more exact cause of a finding. Its sentences are in {@code exchange-formats/complaints/v1/causes.csv}. */
    public enum FindingCause {
        SEMICOLON(FindingCode.HEADER_INVALID),
        PIPE(FindingCode.HEADER_INVALID),
        /** The comma of Chinese text. */
        FULL_WIDTH_COMMA(FindingCode.HEADER_INVALID),
        /** The line that declares a separator to Excel precedes the header. */
        SEPARATOR_LINE(FindingCode.HEADER_INVALID),
        TEXT_SIGNATURE(FindingCode.ENVELOPE_INVALID),
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

        public String message(MessageLanguage language) {
            return FindingTexts.of(this, language);
        }
    }
}
