package jinbo.participant.staff;

import jinbo.platform.error.CodedException;

public final class NotProvenException extends CodedException {

    private static final long serialVersionUID = 1L;

    public NotProvenException(NotProvenError error, Object... facts) {
        super(error, facts);
    }
}
