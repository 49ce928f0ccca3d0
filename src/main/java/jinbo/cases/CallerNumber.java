package jinbo.cases;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The number that a telephone displayed: of any country and kind, including short numbers such as 95519. Its text form
 * hides the digits.
 *
 * @param digits 3 to 20 digits, optionally preceded by a plus sign
 */
public record CallerNumber(String digits) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}().·/]");

    /** @throws CallComplaintException if the digits are invalid; the message does not repeat them */
    public CallerNumber {
        if (digits.length() < SHORTEST
                || digits.length() > LONGEST
                || !SHAPE.matcher(digits).matches()) {
            throw new CallComplaintException(CallComplaintError.CALLER_NUMBER);
        }
    }

    /**
     * Parses input that may have blanks, hyphens, dots or brackets between the digits, or full-width digits.
     *
     * @throws CallComplaintException if it is not a number
     */
    public static CallerNumber typed(String text) {
        return new CallerNumber(BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(""));
    }

    @Override
    public String toString() {
        return "CallerNumber[***]";
    }
}
