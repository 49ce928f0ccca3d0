package jinbo.cases;

import jinbo.platform.error.CodedException;

public final class CallComplaintException extends CodedException {

    private final CallComplaintError fault;

    public CallComplaintException(CallComplaintError fault) {
        super(fault);
        this.fault = fault;
    }

    public CallComplaintError fault() {
        return fault;
    }
}
