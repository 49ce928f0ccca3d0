package jinbo.operator.console;

import jinbo.participant.staff.Claim;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.MayAct;
import jinbo.participant.staff.SignedInPerson;

/** Lets only those see a page who may; who may not is an entry of the access log, as at a terminal. */
class Doorkeeper {

    private final MayAct mayAct;

    Doorkeeper(MayAct mayAct) {
        this.mayAct = mayAct;
    }

    /**
     * Insists that a person has a duty.
     *
     * @param page what is looked at, without any number
     * @throws jinbo.participant.staff.NotPermittedException if it has not
     */
    void require(SignedInPerson person, Duty duty, String page) {
        mayAct.judge(duty, new Claim.SignedIn(person), "console: " + page);
    }
}
