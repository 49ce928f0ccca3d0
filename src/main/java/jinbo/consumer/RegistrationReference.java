package jinbo.consumer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/**
 * @param value twelve random characters of Crockford's base 32 (without I, L, O and U), for example
 *     {@code 7Q4M-2XKT-9DAP}
 */
public record RegistrationReference(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    public RegistrationReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A reference is three groups of four letters and digits");
        }
    }

    /** Returns a reference that the masking of phone numbers does not change. */
    static RegistrationReference draw() {
        while (true) {
            String drawn = drawOnce();
            if (!PhoneDigits.mayContainNumber(drawn)) {
                return new RegistrationReference(drawn);
            }
        }
    }

    private static String drawOnce() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                drawn.append('-');
            }
            drawn.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return drawn.toString();
    }

    /** Parses input with or without dashes, in lower case, with O for 0, or with I or L for 1. */
    public static Optional<RegistrationReference> read(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != LENGTH) {
            return Optional.empty();
        }
        String grouped =
                plain.substring(0, GROUP) + "-" + plain.substring(GROUP, 2 * GROUP) + "-" + plain.substring(2 * GROUP);
        return SHAPE.matcher(grouped).matches() ? Optional.of(new RegistrationReference(grouped)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
