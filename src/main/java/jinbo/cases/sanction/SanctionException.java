package jinbo.cases.sanction;

import jinbo.platform.error.CodedException;

public final class SanctionException extends CodedException {

    private static final long serialVersionUID = 1L;

    SanctionException(SanctionError error, Object... facts) {
        super(error, facts);
    }
}
