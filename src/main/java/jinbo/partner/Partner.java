package jinbo.partner;

import jinbo.envelope.CryptoPolicy;
import jinbo.insurer.InsurerCode;

/**
 * Which insurer acts, and with which keys.
 *
 * @param code its code
 * @param keys its keys and the association's
 * @param policy which algorithms it accepts
 */
public record Partner(InsurerCode code, PartnerKeys keys, CryptoPolicy policy) {

    /** With the algorithms that the association accepts, too. */
    public Partner(InsurerCode code, PartnerKeys keys) {
        this(code, keys, CryptoPolicy.standard());
    }
}
