package jinbo.participant.operation;

import java.util.Optional;
import jinbo.platform.error.CodedException;

/** A document that another process has sent is not an operation that can be carried out. */
public final class OperationException extends CodedException {

    private final transient Optional<String> whole;

    public OperationException(OperationError error, Object... facts) {
        super(error, facts);
        this.whole = Optional.empty();
    }

    private OperationException(String whole) {
        super(OperationError.OPERATION_INCOMPLETE);
        this.whole = Optional.of(whole);
    }

    static OperationException incomplete(String whole) {
        return new OperationException(whole);
    }

    /** The operation that must be signed instead, as JSON, if the signed one is incomplete. */
    public Optional<String> whole() {
        return whole;
    }
}
