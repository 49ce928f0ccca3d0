package jinbo.reference.phone;

import java.util.regex.Pattern;
import jinbo.reference.phone.MobileParseResult.Read;
import jinbo.reference.phone.MobileParseResult.Unreadable;

/**
 * Parses a mobile number as people and spreadsheets write it, and refuses text that is not certainly one number.
 *
 * <ul>
 *   <li>Accepted: full-width characters, blanks of any kind around the number, and invisible characters anywhere;
 *   <li>the guards {@code '138...} and {@code ="138..."}, which prevent Excel from calculating, and a pair of quotes;
 *   <li>zero decimals after plain digits, as in the float export {@code 13810001234.0};
 *   <li>single blanks or dashes between digits; dots only as in {@code 138.1000.1234};
 *   <li>the country code as {@code +86}, {@code 0086} or {@code 86}, with or without parentheses, and a leading
 *       {@code 0}, which long-distance calls once needed: no area code begins with 01 followed by 3 to 9.
 *   <li>Malformed: letters, digits of other scripts, other country codes, dialling prefixes of carriers (17951), and
 *       service numbers of five digits (95519), which look like a truncated cell.
 *   <li>Recognized as landlines: numbers with an area code, eight digits of Beijing and other large cities, and 400 and
 *       800 numbers. They may have an extension.
 * </ul>
 */
public final class MobileParser {

    private static final int DIGITS = 11;

    private static final MobileParseResult MISSING = new Unreadable(MobileParseResult.Problem.MISSING);
    private static final MobileParseResult MALFORMED = new Unreadable(MobileParseResult.Problem.MALFORMED);
    private static final MobileParseResult LANDLINE = new Unreadable(MobileParseResult.Problem.LANDLINE);
    private static final MobileParseResult SCIENTIFIC = new Unreadable(MobileParseResult.Problem.SCIENTIFIC);

    private MobileParser() {}

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

    /** Parses eleven ASCII digits, as nearly every row has, without creating an object; 0 for other text. */
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

    private static final class SpreadsheetNumberFormat {

        /** Excel and WPS use an exponent for numbers of twelve digits or more, and in narrow columns. */
        private static final Pattern SCIENTIFIC =
                Pattern.compile("[+-]?[0-9]{1,3}(?:[.,][0-9]{0,30})?[eE] ?[+-]? ?[0-9]{1,3}");

        private SpreadsheetNumberFormat() {}

        /** True for scientific notation, even with all digits, because the spreadsheet has rounded them. */
        static boolean isScientific(String text) {
            return SCIENTIFIC.matcher(text).matches();
        }

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
     * Area codes are 010, 02x and 03xx to 09xx; local numbers begin with 2 to 8 and have 8 digits, or 7 in small
     * cities.
     */
    private static final class Landline {

        private static final String COUNTRY = "(?:\\+?86|0086)-?";
        private static final String EIGHT = "[2-8][0-9]{3}-?[0-9]{4}";
        private static final String SEVEN = "[2-8][0-9]{2}-?[0-9]{4}";
        private static final String WITH_AREA =
                "(?:(?:10|2[0-9])-?" + EIGHT + "|[3-9][0-9]{2}-?(?:" + EIGHT + "|" + SEVEN + "))";
        /** Not with 2 first, because eight digits that begin with 20 are more often a date from another column. */
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
