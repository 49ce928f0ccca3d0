package jinbo.exchange;

import java.util.Locale;

/** The languages that messages to insurers are written in; codes are the same in both. */
public enum MessageLanguage {
    /** English. */
    EN,
    /** Chinese, simplified. */
    ZH;

    /** The language for a locale: Chinese for a Chinese one, English for every other. */
    public static MessageLanguage of(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? ZH : EN;
    }
}
