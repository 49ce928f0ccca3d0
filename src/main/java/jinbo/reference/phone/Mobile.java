package jinbo.reference.phone;

/**
 * A mobile number of mainland China: eleven digits that begin with {@code 1[3-9]} (YD/T numbering plan of the
 * ministry). {@link #toString} hides the digits, because it gets into logs; {@link #digits()} returns them.
 */
public record Mobile(long value) implements Comparable<Mobile> {

    private static final long LOWEST = 13_000_000_000L;
    private static final long HIGHEST = 19_999_999_999L;
    private static final int DIGITS_AFTER_SEGMENT = 10_000;

    public Mobile {
        if (!isMobile(value)) {
            throw new IllegalArgumentException("A mobile number has 11 digits and begins with 13 to 19");
        }
    }

    public static boolean isMobile(long value) {
        return value >= LOWEST && value <= HIGHEST;
    }

    public String digits() {
        return Long.toString(value);
    }

    /** The first seven digits (号段), from 1300000 to 1999999. They determine province and city. */
    public int segment() {
        return (int) (value / DIGITS_AFTER_SEGMENT);
    }

    @Override
    public int compareTo(Mobile other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "Mobile[1**********]";
    }
}
