package jinbo.consumer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/**
 * By what a consumer names something that it has said: twelve letters and digits that nobody mistakes for each other (Crockford's
 * Base32, without I, L, O and U), in three groups. Drawn at random, so that it tells nothing and is not guessed.
 *
 * @param value for example {@code 7Q4M-2XKT-9DAP}
 */
public record RegistrationReference(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if it is none */
    public RegistrationReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A reference is three groups of four letters and digits");
        }
    }

    /** Never one that what hides phone numbers would take for one. */
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

    /** As people type it: with or without dashes, small letters, O for zero, I and L for one. */
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
