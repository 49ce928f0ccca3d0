package jinbo.exchange;

/** How the answers to an inbound file are named: after its stem, and counted when a file is answered again. */
public final class AnswerNames {

    private AnswerNames() {}

    /**
     * The name of a receipt.
     *
     * @param stem of the inbound file, or {@link #invalidStem}
     * @param nth 1 for the first answer
     */
    public static String receipt(String stem, int nth) {
        return "receipt-" + stem + counted(nth) + ".json.pgp";
    }

    /** The name of an outcome; {@code nth} is that of its receipt. */
    public static String outcome(String stem, int nth) {
        return "outcome-" + stem + counted(nth) + ".csv.pgp";
    }

    /**
     * The stem that stands for a file whose own name cannot be used, so that nothing somebody typed into a name gets
     * into ours.
     *
     * @param sha256 of the file's bytes as received, 64 lower-case hex digits
     */
    public static String invalidStem(String sha256) {
        return "invalid-" + Hex.requireSha256("sha256", sha256).substring(0, 16);
    }

    private static String counted(int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("Answers are counted from 1, not " + nth);
        }
        return nth == 1 ? "" : "." + nth;
    }
}
