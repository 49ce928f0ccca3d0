package jinbo.reference.phone;

/**
 * A mobile number of mainland China: eleven digits, {@code 1[3-9]} first (YD/T numbering plan of the ministry).
 *
 * <p>Its text form hides the digits, because values end up in logs and exception texts; {@link #digits()} is the one
 * way to write it out, so that every place that does can be found.
 *
 * @param value the eleven digits as a number, from 13000000000 to 19999999999
 */
public record Mobile(long value) implements Comparable<Mobile> {

    private static final long LOWEST = 13_000_000_000L;
    private static final long HIGHEST = 19_999_999_999L;
    private static final int DIGITS_AFTER_SEGMENT = 10_000;

    /** @throws IllegalArgumentException if {@link #isMobile} says no; the text does not repeat the value */
    public Mobile {
        if (!isMobile(value)) {
            throw new IllegalArgumentException("A mobile number has 11 digits and begins with 13 to 19");
        }
    }

    /** Whether a number has eleven digits and begins with 13 to 19. */
    public static boolean isMobile(long value) {
        return value >= LOWEST && value <= HIGHEST;
    }

    /** The eleven digits, as files carry them. */
    public String digits() {
        return Long.toString(value);
    }

    /** The first seven digits (号段), from 1300000 to 1999999; they tell the city, whoever the operator is now. */
    public int segment() {
        return (int) (value / DIGITS_AFTER_SEGMENT);
    }

    @Override
    public int compareTo(Mobile other) {
        return Long.compare(value, other.value);
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "Mobile[1**********]";
    }
}
