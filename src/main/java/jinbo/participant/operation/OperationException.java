package jinbo.participant.operation;

import java.util.Optional;
import jinbo.platform.error.CodedException;

/** An operation that another process has sent cannot be carried out, or the result of one cannot be recorded. */
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

    /** True if an operation that ended with this exception is in force. */
    public static boolean tookEffect(Exception e) {
        return e instanceof OperationException known && known.error() == OperationError.RESULT_NOT_RECORDED;
    }

    static OperationException incomplete(String whole) {
        return new OperationException(whole);
    }

    /** The operation that must be signed instead, as JSON, if the signed one is incomplete. */
    public Optional<String> whole() {
        return whole;
    }
}
