package jinbo.reference.phone;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Generates typed numbers. */
final class TypedNumberGenerator {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-F]{4})|t)");
    private static final String[] COUNTRY = {"", "", "+86", "0086", "86", "(86)", "(+86)", "+86 ", "86-", "0", "+86-0"};
    private static final String[] SEPARATOR = {"", " ", "-", " - ", "\u2013", "\u00A0", "\u2212", "\uFF0D"};
    private static final String[] INVISIBLE = {"", "\u200B", "\u200E", "\u202A", "\uFEFF", "\u2060"};
    private static final String[] BLANK = {"", " ", "\t", "\u3000", "\u00A0", "\uFEFF", "\r\n"};
    private static final String[][] GUARD = {{"", ""}, {"'", ""}, {"=\"", "\""}, {"\"", "\""}, {"'", "'"}};
    private static final String LETTERS =
            "OoIlBSZqABCDFGxyz\u96F6\u4E00\u3007\u53F7\u0661\u0967\uFF2F\u00B9\u2460\u03BF\u041E";

    private TypedNumberGenerator() {}

    static String unescape(@Nullable String typed) {
        Matcher escapes = ESCAPE.matcher(typed == null ? "" : typed);
        return escapes.replaceAll(escape -> Matcher.quoteReplacement(
                escape.group(1) == null ? "\t" : Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    static String outcome(MobileParseResult reading) {
        if (reading instanceof MobileParseResult.Read read) {
            return read.mobile().digits();
        }
        return ((MobileParseResult.Unreadable) reading).problem().name();
    }

    static Mobile mobile(Random random) {
        return new Mobile(13_000_000_000L + (long) (random.nextDouble() * 7_000_000_000L));
    }

    static String decorated(Mobile mobile, Random random) {
        StringBuilder typed = new StringBuilder(pick(COUNTRY, random));
        String separator = pick(SEPARATOR, random);
        String digits = mobile.digits();
        boolean fullWidth = random.nextInt(4) == 0;
        for (int i = 0; i < digits.length(); i++) {
            typed.append(i > 0 && random.nextInt(3) == 0 ? separator : "");
            typed.append(random.nextInt(6) == 0 ? pick(INVISIBLE, random) : "");
            typed.append((char) (digits.charAt(i) + (fullWidth ? 0xFEE0 : 0)));
        }
        String[] guard = GUARD[random.nextInt(GUARD.length)];
        return pick(BLANK, random)
                + guard[0]
                + pick(BLANK, random)
                + typed
                + pick(BLANK, random)
                + guard[1]
                + pick(BLANK, random);
    }

    static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    static String noise(Random random) {
        String alphabet = "0123456789138138 -+().'\"=\u200B\uFF11\uFF0B;/\n";
        StringBuilder typed = new StringBuilder();
        for (int length = random.nextInt(20); typed.length() < length; ) {
            typed.append(
                    random.nextInt(50) == 0
                            ? (char) random.nextInt(0x10000)
                            : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return typed.toString();
    }

    /** The digits in ASCII, without the decimals of a float export. */
    static String digitsIn(String typed) {
        String digits = typed.replace('\uFF11', '1').replaceAll("[^0-9.]", "");
        return digits.replaceAll("\\.0+$", "").replace(".", "");
    }

    private static String pick(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
