package jinbo.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/**
 * The number that names a case: {@code C}, the year, eight random characters and a check character, for example {@code
 * C2026-7KQ2M9XW-Y}, in Crockford's base 32 (without I, L, O and U).
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LENGTH = 8;
    private static final Pattern SHAPE = Pattern.compile("C\\d{4}-[" + ALPHABET + "]{8}-[" + ALPHABET + "]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

    public CaseNumber {
        if (!SHAPE.matcher(value).matches() || value.charAt(value.length() - 1) != check(value)) {
            throw new IllegalArgumentException(
                    "A case number is C and the year, 8 letters and digits, and a check character");
        }
    }

    /** Parses input in lower case, without hyphens, with O for 0, or with I or L for 1. */
    public static Optional<CaseNumber> typed(String text) {
        String plain = BETWEEN.matcher(text)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != "C2026".length() + RANDOM_LENGTH + 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new CaseNumber(plain.substring(0, 5) + "-" + plain.substring(5, 13) + "-" + plain.charAt(13)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns a random case number that does not look like a phone number, so that logs do not mask it. */
    static CaseNumber random(int year, RandomGenerator random) {
        while (true) {
            StringBuilder text = new StringBuilder("C").append(year).append('-');
            for (int i = 0; i < RANDOM_LENGTH; i++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            text.append('-');
            String whole = text.append(check(text)).toString();
            if (!PhoneDigits.mayContainNumber(whole)) {
                return new CaseNumber(whole);
            }
        }
    }

    /** Computes the check character (ISO 7064 hybrid system), which detects any single wrong character. */
    private static char check(CharSequence text) {
        int modulus = ALPHABET.length();
        int state = modulus;
        for (int i = 0; i < "C2026-".length() + RANDOM_LENGTH; i++) {
            int value = Math.max(0, ALPHABET.indexOf(text.charAt(i)));
            int sum = (state + value) % modulus;
            state = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return ALPHABET.charAt((modulus + 1 - state) % modulus);
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
