package jinbo.testing;

/** Rows of an upload that the exchange refuses, because their numbers are of the fixed network. */
public final class LandlineRows {

    private LandlineRows() {}

    /**
     * Rows that differ in nothing.
     *
     * @param rest what follows the number, from the comma to the line end
     */
    public static String of(int rows, String rest) {
        return ("010-65551234" + rest).repeat(rows);
    }
}
