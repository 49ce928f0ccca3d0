package jinbo.cases;

import jinbo.platform.error.CodedException;

/** There is no such case, or what is wanted cannot be done about it now. */
public final class CaseException extends CodedException {

    private static final long serialVersionUID = 1L;

    CaseException(CaseError error, Object... facts) {
        super(error, facts);
    }
}
