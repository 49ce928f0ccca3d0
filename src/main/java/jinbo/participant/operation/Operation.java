package jinbo.participant.operation;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;

/** A task for the exchange: a record with a {@link UseCase} that validates its values, nested in a sealed interface. */
public interface Operation {

    /** The duty of the person who asks: which roles have it, and whether it takes a second person. */
    default Duty duty() {
        return OperationType.of(getClass()).useCase().duty();
    }

    /** The insurer that the operation is about, by which its entry in the access log can be found. */
    default Optional<InsurerCode> about() {
        return Optional.empty();
    }
}
