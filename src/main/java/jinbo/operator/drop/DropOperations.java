package jinbo.operator.drop;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** What can be asked about insurers' drops. */
public sealed interface DropOperations extends Operation permits DropOperations.CheckDrop {

    /**
     * What is wrong with a drop, up to a signed round trip.
     *
     * @param code whose drop it is
     */
    @UseCase(name = "drop check", duty = Duty.CHECK_DROPS)
    record CheckDrop(@Typed(operand = true) InsurerCode code) implements DropOperations {

        @Override
        public Optional<InsurerCode> about() {
            return Optional.of(code);
        }
    }
}
