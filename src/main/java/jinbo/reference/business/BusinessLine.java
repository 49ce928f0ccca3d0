package jinbo.reference.business;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of business, for example motor insurance.
 *
 * @param scope the number that stands for all its insurers in registrations and blocks
 * @param closedOn the first day on which it is closed; blocks of earlier registrations still last until their end
 */
public record BusinessLine(
        LineCode code, short scope, String name, String chineseName, LocalDate since, Optional<LocalDate> closedOn) {

    private static final int LONGEST_NAME = 60;

    /** The longest name that fits into reminders by short message. */
    private static final int LONGEST_CHINESE_NAME = 30;

    /** True if a text has 1 to 60 visible characters or blanks, in one line. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_NAME
                && text.codePoints().allMatch(c -> c == ' ' || isVisible(c));
    }

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

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(since)
                && closedOn.filter(closed -> !day.isBefore(closed)).isEmpty();
    }

    public String nameIn(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chineseName : name;
    }
}
