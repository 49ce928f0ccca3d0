package jinbo.cases;

import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/** The insurer's code for a salesperson: 1 to 20 capital letters, digits and hyphens, not like a phone number. */
public record Salesperson(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    /** Such a code may be a phone number. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile(".*\\d{7}.*");

    public Salesperson {
        if (!isSign(value)) {
            throw new IllegalArgumentException(
                    "The code of a salesperson is 1 to 20 characters of A-Z, 0-9 and hyphens,"
                            + " starting with a letter or digit, without seven digits in a row");
        }
    }

    public static boolean isSign(String text) {
        return SHAPE.matcher(text).matches()
                && !LIKE_A_NUMBER.matcher(text).matches()
                && PhoneDigits.masked(text).equals(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
