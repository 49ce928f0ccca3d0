package jinbo.participant.operation;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;

/**
 * One thing that can be asked of the exchange: a record, checked when it is made, with a {@link UseCase}. The operations on one
 * kind of thing are nested in a sealed interface, which is the list of them.
 */
public interface Operation {

    /** What it asks of whoever asks for it: in which role, in how many persons. */
    default Duty duty() {
        return OperationType.of(getClass()).useCase().duty();
    }

    /** The insurer that it is about, if it is about one: by that its entry in the access log is found. */
    default Optional<InsurerCode> about() {
        return Optional.empty();
    }
}
