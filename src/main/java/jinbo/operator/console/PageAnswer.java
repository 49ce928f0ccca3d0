package jinbo.operator.console;

import java.util.List;
import java.util.Optional;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;

/**
 * What an operation has come to, as a page shows it.
 *
 * @param end how it ended
 * @param parts what is said, in order
 * @param result of the operation, for a page that shows it in its own way
 */
public record PageAnswer(End end, List<Part> parts, Optional<Object> result) {

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

    PageAnswer(End end, List<Part> parts) {
        this(end, parts, Optional.empty());
    }

    /** The result, if it is of this kind. */
    <T> Optional<T> result(Class<T> kind) {
        return result.filter(kind::isInstance).map(kind::cast);
    }

    /** For a page: the end in small letters. */
    public String kind() {
        return end.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Something that is said, in a form that a page can show. */
    public sealed interface Part {

        /** For a page: which of them it is. */
        default String kind() {
            return this instanceof Lines
                    ? "lines"
                    : this instanceof Fields ? "fields" : this instanceof Table ? "table" : "request";
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

    /**
     * What has become of a request.
     *
     * @param by who asked for it
     * @param second who confirmed or refused it; empty while it waits
     */
    public record AboutRequest(String what, long id, String by, String second) implements Part {

        static AboutRequest waits(Request request) {
            return new AboutRequest("waits", request.id(), request.requestedBy().value(), "");
        }

        static AboutRequest confirmed(CarriedOut done) {
            return new AboutRequest(
                    "confirmed", done.request(), done.requestedBy().value(), done.confirmedBy());
        }

        static AboutRequest refused(RequestSheet sheet) {
            return new AboutRequest(
                    "refused",
                    sheet.request(),
                    sheet.requestedBy().value(),
                    sheet.decidedBy().map(PersonName::value).orElse(""));
        }
    }
}
