package jinbo.operator.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jinbo.exchange.format.MessageLanguage;

/** The languages of the command line and the console. Codes, statuses and names are the same in both. */
public enum Language {
    EN(Locale.ROOT),
    ZH(Locale.CHINESE);

    private static final String OPTION = "--lang";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of the option {@code --lang} at any position, or else that of the operating system. */
    public static Language askedForIn(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            Optional<Language> typed = Optional.empty();
            if (arguments[i].startsWith(OPTION + "=")) {
                typed = find(arguments[i].substring(OPTION.length() + 1));
            } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                typed = find(arguments[i + 1]);
            }
            if (typed.isPresent()) {
                return typed.get();
            }
        }
        return of(Locale.getDefault());
    }

    public static Language of(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? ZH : EN;
    }

    /** The locale of the text bundles; the root bundles are English. */
    public Locale locale() {
        return locale;
    }

    /** The same language for messages to insurers. */
    public MessageLanguage ofMessages() {
        return this == ZH ? MessageLanguage.ZH : MessageLanguage.EN;
    }

    private static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.name().equalsIgnoreCase(code))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
