package jinbo.consumer.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/** The errors of a form, shown at its fields and in a summary; {@code errors} in templates. */
public final class FormErrors {

    static final String ON_PAGES = "errors";

    private final List<OfField> all = new ArrayList<>();

    /** An error of a field; {@code message} is the key of its text, {@code places} has the text's arguments. */
    public record OfField(String field, String message, List<Object> places) {}

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

    /** Returns the identifiers of a field's error and hint, for {@code aria-describedby}. */
    public String describe(String field, String hint) {
        return Stream.concat(of(field).stream().map(error -> field + "-error").limit(1), Stream.of(hint))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
