package jinbo.reference.phone;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits in a text that may be a phone number, however they are written: full-width or in another script, with separators
 * or invisible characters between them, with or without a country code.
 *
 * <p>Texts go to logs, insurers and screens, and people name files after the number inside, or type it where a reason or an
 * option is asked for.
 */
public final class PhoneDigits {

    /** What people put between the groups of a number; no colon, or times of day would be numbers. */
    private static final String GAP = "[\\s\\p{Pd}_.()/·]{0,3}";

    /**
     * A mobile number, a landline with its area code, and any ten digits at a stretch. Hashes and fingerprints are let
     * alone, and so are the names of the exchange: {@code complaints-YUNHE-20131231-001}.
     */
    private static final Pattern NUMBER =
            Pattern.compile("(?<hash>(?<![0-9A-Za-z])(?:[0-9A-F]{40}|[0-9a-f]{64})(?![0-9A-Za-z]))" + "|\\d{10,}"
                    + "|(?<!\\d)(?:(?:00|\\+)?86" + GAP + ")?1" + GAP + "[3-9](?:" + GAP + "\\d){9,}"
                    + "|(?<!\\d)(?:(?:00|\\+)?86" + GAP + "|0)(?:10|2\\d|[3-9]\\d\\d)" + GAP
                    + "[2-9](?:" + GAP + "\\d){6,7}");

    /** Eight digits are a landline of Beijing, whatever stands between them. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d(?:[^\\p{L}\\d]{0,3}\\d){7}");

    private static final Pattern ISO_DATE = Pattern.compile("(?<![\\d-])20\\d\\d-[01]\\d-[0-3]\\d(?![\\d-])");

    private PhoneDigits() {}

    /**
     * Whether there are digits that may be a phone number of any kind, local landlines included. Only dates like
     * {@code 2012-09-21} are told apart: made for what a person has just typed and can say again in other words.
     */
    public static boolean mayContainNumber(String text) {
        return EIGHT_DIGITS
                .matcher(ISO_DATE.matcher(new Plain(text).toString()).replaceAll("date"))
                .find();
    }

    /** The text with {@code ***} for whatever can be dialled as it stands; all else is left as it was. */
    public static String masked(String text) {
        Plain plain = new Plain(text);
        Matcher matcher = NUMBER.matcher(plain.toString());
        StringBuilder shown = new StringBuilder(text.length());
        int copied = 0;
        while (matcher.find()) {
            if (matcher.group("hash") == null) {
                shown.append(text, copied, plain.originOf(matcher.start())).append("***");
                copied = plain.originOf(matcher.end() - 1) + plain.originalLength(matcher.end() - 1);
            }
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** A text in its plainest spelling (Unicode NFKC, ASCII digits, nothing invisible) that knows where each character came from. */
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
