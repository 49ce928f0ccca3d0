package jinbo.reference.business;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/** The code of a line of business: 2 to 12 characters of A-Z and 0-9, a letter first, for example {@code MOTOR}. */
public record LineCode(String value) implements Comparable<LineCode>, Serializable {

    public static final int MAX_LENGTH = 12;

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    public LineCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException(
                    "The code of a line of business is 2 to 12 characters of A-Z and 0-9, a letter first");
        }
    }

    /** Parses a code in upper or lower case. */
    public static LineCode parse(String typed) {
        return new LineCode(typed.toUpperCase(Locale.ROOT));
    }

    public static boolean isCode(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(LineCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
