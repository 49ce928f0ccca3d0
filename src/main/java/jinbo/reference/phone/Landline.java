package jinbo.reference.phone;

import java.util.regex.Pattern;

/**
 * Tells a number of the fixed network, where it clearly is one.
 *
 * <p>Area codes are 010, 02x and 03xx to 09xx; local numbers begin with 2 to 8 and have eight digits, in the smaller
 * cities seven.
 */
final class Landline {

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
