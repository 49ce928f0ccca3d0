package jinbo.cases;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The number that the consumer's phone displayed: 3 to 20 digits after an optional plus sign, for example 95519. */
public record CallerNumber(String digits) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}().·/]");

    /** @throws CallComplaintException if it is not such a number; the message does not repeat the digits */
    public CallerNumber {
        if (digits.length() < SHORTEST
                || digits.length() > LONGEST
                || !SHAPE.matcher(digits).matches()) {
            throw new CallComplaintException(CallComplaintError.CALLER_NUMBER);
        }
    }

    /** Parses input with blanks, hyphens, dots or brackets between the digits, or with full-width digits. */
    public static CallerNumber typed(String text) {
        return new CallerNumber(BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(""));
    }

    @Override
    public String toString() {
        return "CallerNumber[***]";
    }
}
