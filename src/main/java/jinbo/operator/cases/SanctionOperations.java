package jinbo.operator.cases;

import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

public sealed interface SanctionOperations extends Operation
        permits SanctionOperations.ListSanctions,
                SanctionOperations.ImposeSanction,
                SanctionOperations.RefuseSanction,
                SanctionOperations.LiftSanction {

    @UseCase(name = "sanction list", duty = Duty.LOOK)
    record ListSanctions(boolean all) implements SanctionOperations {}

    /** Imposes a proposed sanction from the next working day on. */
    @UseCase(name = "sanction impose", duty = Duty.IMPOSE_SANCTIONS)
    record ImposeSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    @UseCase(name = "sanction refuse", duty = Duty.IMPOSE_SANCTIONS)
    record RefuseSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    @UseCase(name = "sanction lift", duty = Duty.IMPOSE_SANCTIONS)
    record LiftSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}
}
