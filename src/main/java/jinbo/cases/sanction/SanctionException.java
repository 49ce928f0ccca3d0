package jinbo.cases.sanction;

/** Something cannot be done about a sanction. */
public final class SanctionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Why {
        /** There is none of this number. */
        SANCTION_UNKNOWN,
        /** It stands otherwise. */
        SANCTION_STATE
    }

    private final Why why;

    private SanctionException(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    static SanctionException unknown(long id) {
        return new SanctionException(
                Why.SANCTION_UNKNOWN, "There is no sanction " + id + "; \"sanction list --all\" shows them");
    }

    static SanctionException state(Sanction sanction, Sanction.State wanted) {
        return new SanctionException(
                Why.SANCTION_STATE,
                "Sanction " + sanction.id() + " is " + sanction.state() + " and cannot become " + wanted);
    }

    /** What is in the way. */
    public Why why() {
        return why;
    }
}
