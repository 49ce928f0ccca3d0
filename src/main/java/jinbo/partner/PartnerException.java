package jinbo.partner;

import jinbo.platform.error.CodedException;

/** Something on the insurer's own side that its people must set right; a fact is never a phone number. */
public final class PartnerException extends CodedException {

    private static final long serialVersionUID = 1L;

    public PartnerException(PartnerError error, Object... facts) {
        super(error, facts);
    }
}
