package jinbo.cases.sanction;

import jinbo.platform.error.CodedException;

public final class SanctionException extends CodedException {

    SanctionException(SanctionError error, Object... facts) {
        super(error, facts);
    }
}
