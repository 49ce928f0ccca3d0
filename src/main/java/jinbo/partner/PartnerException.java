package jinbo.partner;

import jinbo.platform.error.CodedException;

/** A problem that the insurer's staff must solve. The arguments of its message never contain phone numbers. */
public final class PartnerException extends CodedException {

    public PartnerException(PartnerError error, Object... facts) {
        super(error, facts);
    }
}
