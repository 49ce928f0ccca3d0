package jinbo.cases;

import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/**
 * An insurer's own sign for one of its salespersons, never a name; what it stands for, only the insurer knows.
 *
 * @param value one to twenty capital letters, digits and hyphens, without seven digits in a row and no number with
 *     hyphens between its digits
 */
public record Salesperson(String value) implements Comparable<Salesperson> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    /** More digits in a row than this may be a phone number. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile(".*\\d{7}.*");

    /** @throws IllegalArgumentException if it has not the shape of a sign */
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
    public int compareTo(Salesperson other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
