package jinbo.operator.cli;

import java.util.Optional;
import jinbo.partner.DeliveryFault;

/**
 * Why a delivered file must not be used.
 *
 * @param fault what that means
 * @param detail what exactly was found
 */
record UnusableDelivery(DeliveryFault fault, String detail) {

    static Optional<UnusableDelivery> of(Optional<DeliveryFault> fault, Optional<String> detail) {
        return fault.map(found -> new UnusableDelivery(found, detail.orElse(Page.NOTHING)));
    }
}
