package jinbo.cases;

/** A case stands so that what is wanted cannot come next. */
public final class CaseStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CaseState state;

    /**
     * @param number of the case
     * @param state how it stands
     * @param wanted how it should
     */
    CaseStateException(CaseNumber number, CaseState state, CaseState wanted) {
        super("Case " + number + " is " + state + " and cannot become " + wanted + "; \"case show " + number
                + "\" tells what became of it");
        this.state = state;
    }

    /** How it stands. */
    public CaseState state() {
        return state;
    }
}
