package jinbo.cases;

import jinbo.platform.error.CodedException;

/** A complaint about a call cannot be taken as it is. */
public final class CallComplaintException extends CodedException {

    private static final long serialVersionUID = 1L;

    private final CallComplaintError fault;

    public CallComplaintException(CallComplaintError fault) {
        super(fault);
        this.fault = fault;
    }

    /** What is wrong with it. */
    public CallComplaintError fault() {
        return fault;
    }
}
