package jinbo.registry;

/** The thousand that a number belongs to: the numbers that share all but the last three digits. */
final class Thousand {

    static final int NUMBERS = 1000;

    private Thousand() {}

    static int of(long mobile) {
        return (int) (mobile / NUMBERS);
    }

    /** What the last three digits say. */
    static int place(long mobile) {
        return (int) (mobile % NUMBERS);
    }

    static long mobile(int thousand, int place) {
        return (long) thousand * NUMBERS + place;
    }
}
