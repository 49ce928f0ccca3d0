package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

public final class NotPermittedException extends CodedException {

    NotPermittedException(StaffError error, Object... facts) {
        super(error, facts);
    }
}
