package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

public final class NotProvenException extends CodedException {

    public NotProvenException(NotProvenError error, Object... facts) {
        super(error, facts);
    }
}
