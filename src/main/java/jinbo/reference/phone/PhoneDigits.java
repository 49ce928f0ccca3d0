package jinbo.reference.phone;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds phone numbers in texts that are meant for logs, files and pages: digits of any script, with separators or
 * invisible characters, with or without a country code.
 */
public final class PhoneDigits {

    /** Separators within a number; the colon is not one, because of times of day. */
    private static final String GAP = "[\\s\\p{Pd}_.()/·]{0,3}";

    /** A mobile number, a landline with its area code, or ten digits; but not a hash or a fingerprint. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<hash>(?<![0-9A-Za-z])(?=\\d*[A-Fa-f])(?:[0-9A-F]{40}|[0-9A-F]{64}|[0-9a-f]{64})(?![0-9A-Za-z]))"
                    + "|\\d{10,}"
                    + "|(?<!\\d)(?:(?:00|\\+)?86" + GAP + ")?1" + GAP + "[3-9](?:" + GAP + "\\d){9,}+"
                    + "|(?<!\\d)(?:(?:00|\\+)?86" + GAP + "|0)(?:10|2\\d|[3-9]\\d\\d)" + GAP
                    + "[2-9](?:" + GAP + "\\d){6,7}");

    /** Eight digits with any separators, which may be a landline of Beijing. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d(?:[^\\p{L}\\d]{0,3}\\d){7}");

    private static final Pattern ISO_DATE = Pattern.compile("(?<![\\d-])20\\d\\d-[01]\\d-[0-3]\\d(?![\\d-])");

    private PhoneDigits() {}

    /** True if a text may contain a phone number; strict, because input can be rephrased: only ISO dates may pass. */
    public static boolean mayContainNumber(String text) {
        return EIGHT_DIGITS
                .matcher(ISO_DATE.matcher(new Plain(text).toString()).replaceAll("date"))
                .find();
    }

    /** Replaces phone numbers in a text by {@code ***}. */
    public static String masked(String text) {
        Plain plain = new Plain(text);
        Matcher matcher = NUMBER.matcher(plain.toString());
        StringBuilder shown = new StringBuilder(text.length());
        int copied = 0;
        while (matcher.find()) {
            if (matcher.group("hash") == null) {
                // two numbers can share a character that stands for several, such as a fraction
                int start = Math.max(copied, plain.originOf(matcher.start()));
                shown.append(text, copied, start).append("***");
                copied = plain.originOf(matcher.end() - 1) + plain.originalLength(matcher.end() - 1);
            }
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** A normalized text (NFKC, ASCII digits, no invisible characters) with each character's original position. */
    private static final class Plain {

        private final String original;
        private final StringBuilder characters;
        private int[] origins;

        Plain(String original) {
            this.original = original;
            this.characters = new StringBuilder(original.length());
            this.origins = new int[original.length()];
            int codePoint;
            for (int i = 0; i < original.length(); i += Character.charCount(codePoint)) {
                codePoint = original.codePointAt(i);
                if (codePoint < 0x80) {
                    add((char) codePoint, i);
                } else if (Character.getType(codePoint) != Character.FORMAT) {
                    String folded = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
                    int origin = i;
                    folded.codePoints().forEach(c -> addFolded(c, origin));
                }
            }
        }

        int originOf(int index) {
            return origins[index];
        }

        int originalLength(int index) {
            return Character.charCount(original.codePointAt(origins[index]));
        }

        private void addFolded(int codePoint, int origin) {
            if (Character.isDigit(codePoint)) {
                add(Character.forDigit(Character.digit(codePoint, 10), 10), origin);
            } else {
                for (char c : Character.toChars(codePoint)) {
                    add(c, origin);
                }
            }
        }

        private void add(char c, int origin) {
            if (characters.length() == origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2);
            }
            origins[characters.length()] = origin;
            characters.append(c);
        }

        @Override
        public String toString() {
            return characters.toString();
        }
    }
}
