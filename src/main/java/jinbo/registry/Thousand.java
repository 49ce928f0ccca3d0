package jinbo.registry;

/** A thousand consecutive numbers, which share all but the last three digits. */
final class Thousand {

    static final int NUMBERS = 1000;

    private Thousand() {}

    static int of(long mobile) {
        return (int) (mobile / NUMBERS);
    }

    /** The last three digits. */
    static int place(long mobile) {
        return (int) (mobile % NUMBERS);
    }

    static long mobile(int thousand, int place) {
        return (long) thousand * NUMBERS + place;
    }
}
