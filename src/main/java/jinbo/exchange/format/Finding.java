package jinbo.exchange.format;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong with an upload, and where. It never holds what was written there.
 *
 * @param line physical line on which the row starts, the file's first line being 1; empty for a finding about the whole
 *     file that has no place
 * @param column the column's name, where one column is to blame
 * @param cause what exactly, where that was seen
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
}
