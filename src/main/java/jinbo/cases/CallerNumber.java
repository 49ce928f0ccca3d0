package jinbo.cases;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The number that a telephone has shown for a call: of any country and kind, short ones of insurers like 95519 too. Its text
 * form hides the digits, as a mobile number's does.
 *
 * @param digits 3 to 20 digits, a plus sign before them if there was one
 */
public record CallerNumber(String digits) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}().·/]");

    /** @throws CallComplaintException if it is none; the text does not repeat it */
    public CallerNumber {
        if (digits.length() < SHORTEST
                || digits.length() > LONGEST
                || !SHAPE.matcher(digits).matches()) {
            throw new CallComplaintException(CallComplaintError.CALLER_NUMBER);
        }
    }

    /**
     * Reads what a person has typed: with blanks, hyphens, dots or brackets between the digits, or full-width.
     *
     * @throws CallComplaintException if it is none
     */
    public static CallerNumber typed(String text) {
        return new CallerNumber(BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(""));
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "CallerNumber[***]";
    }
}
