package jinbo.consumer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.reference.phone.PhoneDigits;

/**
 * The name of a registration: twelve random characters of Crockford's base 32 (without I, L, O and U), for example
 * {@code 7Q4M-2XKT-9DAP}.
 */
public record RegistrationReference(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + DIGITS + "]{4}-[" + DIGITS + "]{4}-[" + DIGITS + "]{4}");
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    public RegistrationReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A reference is three groups of four letters and digits");
        }
    }

    /** Returns a random reference that does not look like a phone number, so that logs do not mask it. */
    static RegistrationReference draw() {
        while (true) {
            String drawn = RANDOM.ints(LENGTH, 0, DIGITS.length())
                    .mapToObj(i -> DIGITS.substring(i, i + 1))
                    .collect(Collectors.joining());
            if (!PhoneDigits.mayContainNumber(grouped(drawn))) {
                return new RegistrationReference(grouped(drawn));
            }
        }
    }

    private static String grouped(String characters) {
        return characters.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Parses input with or without dashes, in lower case, with O for 0, or with I or L for 1. */
    public static Optional<RegistrationReference> read(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        String grouped = grouped(plain);
        return SHAPE.matcher(grouped).matches() ? Optional.of(new RegistrationReference(grouped)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
