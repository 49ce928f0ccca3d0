package jinbo.operator.partner;

import java.util.Optional;
import jinbo.operator.answer.Page;
import jinbo.partner.DeliveryFault;

/** Why a delivered file must not be used. */
record DeliveryProblem(DeliveryFault fault, String detail) {

    static Optional<DeliveryProblem> of(Optional<DeliveryFault> fault, Optional<String> detail) {
        return fault.map(found -> new DeliveryProblem(found, detail.orElse(Page.NOTHING)));
    }
}
