package jinbo.operator.console;

import java.util.List;

/**
 * What an operation has come to, as a page shows it.
 *
 * @param end how it ended
 * @param parts what is said, in order
 */
public record PageAnswer(End end, List<Part> parts) {

    /** The ways in which it ends. */
    public enum End {
        /** It is done. */
        DONE,
        /** It is done in part; the parts say what is left. */
        INCOMPLETE,
        /** It could not be done, or not by this person. */
        NOT_DONE
    }

    public PageAnswer {
        parts = List.copyOf(parts);
    }

    /** For a page: the end in small letters. */
    public String kind() {
        return end.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Something that is said, in a form that a page can show. */
    public sealed interface Part {

        /** For a page: which of them it is. */
        default String kind() {
            return this instanceof Lines ? "lines" : this instanceof Fields ? "fields" : "table";
        }
    }

    /**
     * Sentences, or lines of a text.
     *
     * @param lines one or more
     */
    public record Lines(List<String> lines) implements Part {}

    /**
     * Names and their values.
     *
     * @param pairs two texts each
     */
    public record Fields(List<List<String>> pairs) implements Part {}

    /**
     * A table.
     *
     * @param titles of the columns
     * @param rows as many cells each
     */
    public record Table(List<String> titles, List<List<String>> rows) implements Part {}
}
