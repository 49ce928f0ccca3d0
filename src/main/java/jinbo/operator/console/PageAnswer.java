package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.operator.insurer.InsurerSheet.UnitSheet;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;

/** The result or failure of an operation, as a page shows it; pages with their own layout use {@code result}. */
public record PageAnswer(End end, List<Part> parts, Optional<Object> result) {

    /** How the operation ended, from best to worst. */
    public enum End {
        DONE,
        INCOMPLETE,
        NOT_DONE
    }

    public PageAnswer {
        parts = List.copyOf(parts);
    }

    PageAnswer(End end, List<Part> parts) {
        this(end, parts, Optional.empty());
    }

    <T> Optional<T> result(Class<T> kind) {
        return result.filter(kind::isInstance).map(kind::cast);
    }

    public String kind() {
        return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public sealed interface Part {

        /** Returns the name of the fragment that shows this part. */
        default String kind() {
            return this instanceof Lines
                    ? "lines"
                    : this instanceof Fields
                            ? "fields"
                            : this instanceof Table ? "table" : this instanceof AboutUnit ? "unit" : "request";
        }
    }

    public record Lines(List<String> lines) implements Part {}

    public record Fields(List<List<String>> pairs) implements Part {}

    public record Table(List<String> titles, List<List<String>> rows) implements Part {}

    public record AboutUnit(UnitSheet unit) implements Part {}

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
