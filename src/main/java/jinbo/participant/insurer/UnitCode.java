package jinbo.participant.insurer;

import java.util.regex.Pattern;

/** The code of a sales unit: 1 to 20 capital letters, digits and hyphens, for example {@code HAIDIAN-2}. */
public record UnitCode(String value) implements Comparable<UnitCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    /** Matches codes with seven digits in a row, which may be a phone number and are refused. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile(".*\\d{7}.*");

    public UnitCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("The code of a sales unit is 1 to 20 characters of A-Z, 0-9 and hyphens,"
                    + " starting with a letter or digit, without seven digits in a row");
        }
    }

    public static boolean isCode(String text) {
        return SHAPE.matcher(text).matches() && !LIKE_A_NUMBER.matcher(text).matches();
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
