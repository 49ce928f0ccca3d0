package jinbo.operator.insurer;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Operation;

/** An operation that names the insurer that it is about. */
interface AboutInsurer extends Operation {

    InsurerCode insurer();

    @Override
    default Optional<InsurerCode> about() {
        return Optional.of(insurer());
    }
}
