package jinbo.participant.insurer;

import java.util.regex.Pattern;

/** The telephone number by which consumers know an insurer (客服电话): 3 to 12 digits, never a mobile number. */
public record ServiceNumber(String digits) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{3,12}");
    private static final Pattern MOBILE = Pattern.compile("0?1[3-9][0-9]{9}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]+");
    private static final int OF_400_OR_800 = 10;

    public ServiceNumber {
        if (!SHAPE.matcher(digits).matches() || MOBILE.matcher(digits).matches()) {
            throw new IllegalArgumentException("A service number is 3 to 12 digits and not a mobile number");
        }
    }

    public static ServiceNumber parse(String written) {
        return new ServiceNumber(BETWEEN.matcher(written).replaceAll(""));
    }

    /** With hyphens as in {@code 400-812-3123}, so that it does not look like a personal number. */
    @Override
    public String toString() {
        return digits.length() == OF_400_OR_800
                ? digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6)
                : digits;
    }
}
