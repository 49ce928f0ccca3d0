package jinbo.consumer.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/** What is wrong with a form, all at once: at each field, and in a summary that links to the fields; on pages by the name {@code errors}. */
public final class FormErrors {

    static final String ON_PAGES = "errors";

    private final List<OfField> all = new ArrayList<>();

    /**
     * @param field the identifier of what is to be filled in anew
     * @param message its key
     */
    public record OfField(String field, String message, List<Object> places) {}

    /** Those of the page that is being made. */
    static FormErrors of(Model model) {
        return (FormErrors) Objects.requireNonNull(model.getAttribute(ON_PAGES));
    }

    FormErrors add(String field, String message, Object... places) {
        all.add(new OfField(field, message, List.of(places)));
        return this;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<OfField> all() {
        return all;
    }

    public List<OfField> of(String field) {
        return all.stream().filter(error -> error.field().equals(field)).toList();
    }

    /** The identifiers of what describes a field: its error, and its hint if it has one. */
    public String describe(String field, String hint) {
        return Stream.concat(of(field).stream().map(error -> field + "-error").limit(1), Stream.of(hint))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
