package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

public final class StaffException extends CodedException {

    public StaffException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
