package jinbo.reference.phone;

import java.util.regex.Pattern;

/** What a spreadsheet makes of a phone number that it takes for an amount. */
final class SpreadsheetNumberFormat {

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
