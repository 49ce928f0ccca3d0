package jinbo.participant.insurer;

import java.io.Serializable;
import java.util.regex.Pattern;

/** The short name of an insurer: three to twelve characters of {@code A-Z0-9}, for example {@code YUNHE}. */
public record InsurerCode(String value) implements Comparable<InsurerCode>, Serializable {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{3,12}");

    public InsurerCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("An insurer's code is 3 to 12 characters of A-Z and 0-9");
        }
    }

    public static boolean isCode(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(InsurerCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
