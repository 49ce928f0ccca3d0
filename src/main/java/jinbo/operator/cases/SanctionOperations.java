package jinbo.operator.cases;

import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** What can be asked about what follows from upheld cases. */
public sealed interface SanctionOperations extends Operation
        permits SanctionOperations.ListSanctions,
                SanctionOperations.ImposeSanction,
                SanctionOperations.RefuseSanction,
                SanctionOperations.LiftSanction {

    /** What waits for people, or counts; or all that ever was. */
    @UseCase(name = "sanction list", duty = Duty.LOOK)
    record ListSanctions(boolean all) implements SanctionOperations {}

    /** What was earned counts from the next working day on. */
    @UseCase(name = "sanction impose", duty = Duty.IMPOSE_SANCTIONS)
    record ImposeSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    /** What was proposed does not count. */
    @UseCase(name = "sanction refuse", duty = Duty.IMPOSE_SANCTIONS)
    record RefuseSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    /** What was imposed counts no longer. */
    @UseCase(name = "sanction lift", duty = Duty.IMPOSE_SANCTIONS)
    record LiftSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}
}
