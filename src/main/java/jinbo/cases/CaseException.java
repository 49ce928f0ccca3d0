package jinbo.cases;

import jinbo.platform.error.CodedException;

public final class CaseException extends CodedException {

    private static final long serialVersionUID = 1L;

    CaseException(CaseError error, Object... facts) {
        super(error, facts);
    }
}
