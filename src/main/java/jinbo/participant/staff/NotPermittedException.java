package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

/** It is proven who acts, and that person may not do this. */
public final class NotPermittedException extends CodedException {

    private static final long serialVersionUID = 1L;

    NotPermittedException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
