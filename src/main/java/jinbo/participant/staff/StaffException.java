package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

/** A person cannot be recorded like this, or a request not recorded, confirmed or refused. */
public final class StaffException extends CodedException {

    private static final long serialVersionUID = 1L;

    public StaffException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
