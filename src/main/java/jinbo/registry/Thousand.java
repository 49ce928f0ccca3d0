package jinbo.registry;

/** Splits a phone number into its thousand (all digits except the last three) and its place (the last three digits). */
final class Thousand {

    static final int NUMBERS = 1000;

    private Thousand() {}

    static int of(long mobile) {
        return (int) (mobile / NUMBERS);
    }

    /** The last three digits of the number. */
    static int place(long mobile) {
        return (int) (mobile % NUMBERS);
    }

    static long mobile(int thousand, int place) {
        return (long) thousand * NUMBERS + place;
    }
}
