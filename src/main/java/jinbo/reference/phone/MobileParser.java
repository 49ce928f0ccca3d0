package jinbo.reference.phone;

import java.util.regex.Pattern;
import jinbo.reference.phone.MobileParseResult.Read;
import jinbo.reference.phone.MobileParseResult.Unreadable;

/**
 * Reads a mobile number the way people and spreadsheets write it, and refuses whatever is not certainly one number.
 *
 * <p>Read are, in any combination that still is one number:
 *
 * <ul>
 *   <li>ASCII and full-width characters; blanks of every kind (U+00A0, U+3000, tabs) around it; invisible format
 *       characters (U+200B, U+200E, U+FEFF ...) anywhere;
 *   <li>the guards {@code '138...} and {@code ="138..."} that keep Excel from calculating, and a pair of quotes;
 *   <li>a float export {@code 13810001234.0}: a point and nothing but zeros after plain digits;
 *   <li>single blanks or dashes (of every kind that word processors make) between digits, dots only as
 *       {@code 138.1000.1234};
 *   <li>the country code as {@code +86}, {@code 0086} or {@code 86}, in parentheses or not, and the {@code 0} that
 *       long-distance calls to a mobile once needed: no area code begins with 01 followed by 3 to 9.
 * </ul>
 *
 * <p>Letters are never digits, digits of other scripts neither, other countries' codes and carriers' dialling prefixes
 * (17951) are malformed, and so are five-digit service numbers (95519), because a cell cut short looks the same.
 * Landlines are told from the rest only where they clearly are: with area code, with country and area code, or as the
 * bare eight digits of Beijing and the other large cities, with an extension or without, and 400 and 800 numbers.
 */
public final class MobileParser {

    private static final int DIGITS = 11;

    private static final MobileParseResult MISSING = new Unreadable(MobileParseResult.Problem.MISSING);
    private static final MobileParseResult MALFORMED = new Unreadable(MobileParseResult.Problem.MALFORMED);
    private static final MobileParseResult LANDLINE = new Unreadable(MobileParseResult.Problem.LANDLINE);
    private static final MobileParseResult SCIENTIFIC = new Unreadable(MobileParseResult.Problem.SCIENTIFIC);

    private MobileParser() {}

    /** Reads one cell; time and memory are bounded by the cell's length. */
    public static MobileParseResult read(CharSequence typed) {
        long plain = plainDigits(typed);
        return Mobile.isMobile(plain) ? new Read(new Mobile(plain)) : readTyped(TextNormalizer.normalize(typed));
    }

    private static MobileParseResult readTyped(String text) {
        if (text.isEmpty()) {
            return MISSING;
        }
        if (text.length() > TextNormalizer.LONGEST) {
            return MALFORMED;
        }
        if (SpreadsheetNumberFormat.isScientific(text)) {
            return SCIENTIFIC;
        }
        String number = SpreadsheetNumberFormat.stripZeroDecimals(text);
        long value = DialledNumber.parse(number).map(DialledNumber::mobile).orElse(DialledNumber.NONE);
        if (Mobile.isMobile(value)) {
            return new Read(new Mobile(value));
        }
        return Landline.isLandline(number) ? LANDLINE : MALFORMED;
    }

    /** The value of eleven plain ASCII digits, which nearly every row has, without an object made; else 0. */
    private static long plainDigits(CharSequence typed) {
        if (typed.length() != DIGITS) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = typed.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** What a spreadsheet makes of a phone number that it takes for an amount. */
    static final class SpreadsheetNumberFormat {

        /** Excel and WPS show numbers of twelve digits and more, and narrow columns of fewer, with an exponent. */
        private static final Pattern SCIENTIFIC =
                Pattern.compile("[+-]?[0-9]{1,3}(?:[.,][0-9]{0,30})?[eE] ?[+-]? ?[0-9]{1,3}");

        private SpreadsheetNumberFormat() {}

        /** Whether the digits were replaced by a mantissa and an exponent; even a full mantissa has been rounded. */
        static boolean isScientific(String text) {
            return SCIENTIFIC.matcher(text).matches();
        }

        /** The digits before the point of {@code digits.000}; any other text as it is. */
        static String stripZeroDecimals(String text) {
            int point = text.indexOf('.');
            boolean zeroDecimals = point > 0
                    && point < text.length() - 1
                    && text.chars().limit(point).allMatch(c -> c >= '0' && c <= '9')
                    && text.chars().skip(point + 1L).allMatch(c -> c == '0');
            return zeroDecimals ? text.substring(0, point) : text;
        }
    }

    /**
     * Tells a number of the fixed network, where it clearly is one.
     *
     * <p>Area codes are 010, 02x and 03xx to 09xx; local numbers begin with 2 to 8 and have eight digits, in the
     * smaller cities seven.
     */
    static final class Landline {

        private static final String COUNTRY = "(?:\\+?86|0086)-?";
        private static final String EIGHT = "[2-8][0-9]{3}-?[0-9]{4}";
        private static final String SEVEN = "[2-8][0-9]{2}-?[0-9]{4}";
        private static final String WITH_AREA =
                "(?:(?:10|2[0-9])-?" + EIGHT + "|[3-9][0-9]{2}-?(?:" + EIGHT + "|" + SEVEN + "))";
        /** Not 2: eight digits that begin with 20 are more often a date out of the wrong column. */
        private static final String BARE = "[3-8][0-9]{3}-?[0-9]{4}";

        private static final String SERVICE = "[48]00(?:-?[0-9]){7}";
        private static final String EXTENSION = "(?:(?:-|转|#|(?i:ext?)\\.?)[0-9]{1,6})?";

        private static final Pattern LANDLINE = Pattern.compile("(?:(?:" + COUNTRY + ")?0" + WITH_AREA + "|" + COUNTRY
                + WITH_AREA + "|" + BARE + "|" + SERVICE + ")" + EXTENSION);
        private static final Pattern BLANKS_AND_PARENTHESES = Pattern.compile("[ ()]");

        private Landline() {}

        static boolean isLandline(String text) {
            return LANDLINE.matcher(BLANKS_AND_PARENTHESES.matcher(text).replaceAll(""))
                    .matches();
        }
    }
}
