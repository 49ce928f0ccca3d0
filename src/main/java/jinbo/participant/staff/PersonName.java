package jinbo.participant.staff;

import java.util.Set;
import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/** The short name of a person in the access log: 2 to 32 characters of a-z, 0-9 and the hyphen, a letter first. */
public record PersonName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** Names of actors that are not people. */
    private static final Set<String> RESERVED = Set.of("batch", "system");

    /** The message of the exception does not contain the input, which may be any text. */
    public PersonName {
        if (!SHAPE.matcher(value).matches() || RESERVED.contains(value) || PhoneDigits.mayContainNumber(value)) {
            throw new IllegalArgumentException(
                    "A person's name is 2 to 32 of a-z, 0-9 and hyphens, a letter first, not batch or system");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
