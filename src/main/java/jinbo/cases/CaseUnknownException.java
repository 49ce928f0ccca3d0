package jinbo.cases;

/** There is no such case. */
public final class CaseUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseUnknownException(CaseNumber number) {
        super("There is no case " + number + "; \"case list\" shows the newest");
    }
}
