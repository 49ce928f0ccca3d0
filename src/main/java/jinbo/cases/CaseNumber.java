package jinbo.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;

/**
 * The number by which a consumer asks for a case: {@code C}, the year, eight characters that are drawn, so that nobody counts
 * on to the next, and one that tells when any other was misread. The characters are Crockford's base 32, which has no I, L, O
 * and U.
 *
 * @param value for example {@code C2026-7KQ2M9XW-Y}
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DRAWN = 8;
    private static final Pattern SHAPE = Pattern.compile("C\\d{4}-[" + ALPHABET + "]{8}-[" + ALPHABET + "]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

    /** @throws IllegalArgumentException if it has not the shape, or its last character does not fit the others */
    public CaseNumber {
        if (!SHAPE.matcher(value).matches() || value.charAt(value.length() - 1) != check(value)) {
            throw new IllegalArgumentException(
                    "A case number is C and the year, 8 letters and digits, and a check character");
        }
    }

    /** Reads what a person has typed: in small letters, without hyphens, with O for 0 and I or L for 1. */
    public static Optional<CaseNumber> typed(String text) {
        String plain = BETWEEN.matcher(text)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != "C2026".length() + DRAWN + 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new CaseNumber(plain.substring(0, 5) + "-" + plain.substring(5, 13) + "-" + plain.charAt(13)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A new one; never one that what hides phone numbers would take for one. */
    static CaseNumber drawn(int year, RandomGenerator random) {
        while (true) {
            StringBuilder text = new StringBuilder("C").append(year).append('-');
            for (int i = 0; i < DRAWN; i++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            text.append('-');
            String whole = text.append(check(text)).toString();
            if (!PhoneDigits.mayContainNumber(whole)) {
                return new CaseNumber(whole);
            }
        }
    }

    /** ISO 7064, hybrid system, over 32 characters: any one other character gives another. */
    private static char check(CharSequence text) {
        int modulus = ALPHABET.length();
        int state = modulus;
        for (int i = 0; i < "C2026-".length() + DRAWN; i++) {
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
