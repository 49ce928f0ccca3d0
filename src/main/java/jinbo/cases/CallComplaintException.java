package jinbo.cases;

/** A complaint about a call cannot be taken as it is; nothing of what was typed is repeated. */
public final class CallComplaintException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CallFault fault;

    /** @param fault what is wrong with it */
    public CallComplaintException(CallFault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    /** What is wrong with it. */
    public CallFault fault() {
        return fault;
    }
}
