package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

public final class StaffException extends CodedException {

    private static final long serialVersionUID = 1L;

    public StaffException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
