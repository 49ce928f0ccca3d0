package jinbo.participant.operation;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;

/**
 * A task that a person gives the program: a record annotated with {@link UseCase}, nested in a sealed interface. Its
 * constructor validates its values.
 */
public interface Operation {

    /** The duty that the operation requires: it decides on the roles that may give it, and on a second person. */
    default Duty duty() {
        return OperationType.of(getClass()).useCase().duty();
    }

    /** The insurer that the operation is about, if any; its entry in the access log can be found by it. */
    default Optional<InsurerCode> about() {
        return Optional.empty();
    }
}
