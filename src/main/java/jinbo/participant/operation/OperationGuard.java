package jinbo.participant.operation;

import jinbo.participant.staff.Duty;

/** A state of the exchange in which some things are not done, whoever asks. */
public interface OperationGuard {

    /** Throws what keeps an operation of a duty from being carried out. */
    void require(Duty duty);
}
