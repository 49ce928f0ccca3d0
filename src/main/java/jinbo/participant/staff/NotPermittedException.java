package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

public final class NotPermittedException extends CodedException {

    private static final long serialVersionUID = 1L;

    NotPermittedException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
