package jinbo.reference.business;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of business: what a call can sell.
 *
 * @param scope the small number that stands for all its insurers in registrations and blocks
 * @param closedOn from this day on it may not, if it was closed; what was registered before binds until its end
 */
public record BusinessLine(
        LineCode code, short scope, String name, String chineseName, LocalDate since, Optional<LocalDate> closedOn) {

    private static final int LONGEST_NAME = 60;

    /** A longer one would be left out of the short messages that remind consumers. */
    private static final int LONGEST_CHINESE_NAME = 30;

    /** Whether a text can be a name that pages show: 1 to 60 visible characters on one line. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_NAME
                && text.codePoints().allMatch(c -> c == ' ' || isVisible(c));
    }

    /** Whether a text can be a Chinese name, which short messages show, too: of 30 characters at most. */
    public static boolean isChineseName(String text) {
        return isName(text) && text.length() <= LONGEST_CHINESE_NAME;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether insurers may join it, and complaints and choices name it, on a day. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(since)
                && closedOn.filter(closed -> !day.isBefore(closed)).isEmpty();
    }

    /** Its name in the language of a reader: Chinese, or else English. */
    public String nameIn(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chineseName : name;
    }
}
