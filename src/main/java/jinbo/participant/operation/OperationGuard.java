package jinbo.participant.operation;

import jinbo.participant.staff.Duty;

/** Blocks operations while the exchange is in a state that does not allow them. */
public interface OperationGuard {

    void require(Duty duty);
}
