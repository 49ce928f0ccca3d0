package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

/** The person is known and not permitted to do this. */
public final class NotPermittedException extends CodedException {

    private static final long serialVersionUID = 1L;

    NotPermittedException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
