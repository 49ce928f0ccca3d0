package jinbo.cases;

import jinbo.platform.error.CodedException;

public final class CaseException extends CodedException {

    CaseException(CaseError error, Object... facts) {
        super(error, facts);
    }
}
