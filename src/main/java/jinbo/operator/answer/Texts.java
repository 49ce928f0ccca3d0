package jinbo.operator.answer;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.participant.operation.Outline;
import jinbo.platform.error.RecordedSentences;

/** The texts of commands and their answers in one language. */
public final class Texts {

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9_.]*)");

    static final String BUNDLE = "jinbo.operator.answer.messages";

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        // no fallback to the default locale: where that is Chinese, an English reader would get Chinese
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts in(Language language) {
        return new Texts(language);
    }

    /** @param arguments for {@code {0}} and so on; numbers are written with thousands separators */
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** @param values for {@code {name}}, in any order */
    String of(String key, Map<String, ?> values) {
        return format(bundle.getString(key), values);
    }

    /** Formats a pattern; a missing value is shown as {@link Page#NOTHING}. */
    static String format(String pattern, Map<String, ?> values) {
        List<String> names = List.copyOf(values.keySet());
        String numbered = NAME.matcher(pattern)
                .replaceAll(
                        name -> "{" + (names.contains(name.group(1)) ? names.indexOf(name.group(1)) : names.size()));
        Object[] arguments =
                Stream.concat(values.values().stream(), Stream.of(Page.NOTHING)).toArray();
        return new MessageFormat(numbered, Locale.ENGLISH).format(arguments);
    }

    public String of(Outline outline) {
        return of(
                "would." + outline.key(),
                outline.arguments().stream()
                        .map(argument -> RecordedSentences.in(argument, language.locale()))
                        .toArray());
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public Language language() {
        return language;
    }

    public ResourceBundle bundle() {
        return bundle;
    }
}
