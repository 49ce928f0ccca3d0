package jinbo.operator.answer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import jinbo.participant.operation.Outline;

public final class Texts {

    static final String BUNDLE = "jinbo.operator.answer.messages";

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        // without a fall-back: English is the base bundle and must not become Chinese on a Chinese machine
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts in(Language language) {
        return new Texts(language);
    }

    /** @param arguments what stands for {@code {0}} and so on; numbers are written with separators of thousands */
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
    }

    public String of(Outline outline) {
        return of("would." + outline.key(), outline.arguments().toArray());
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
