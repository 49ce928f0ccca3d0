package jinbo.operator.console;

import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.SignedInPerson;

/** Lets only those see a page who may; who may not is an entry of the access log, as at a terminal. */
record PageAccess(AuthorizeCaller authorizeCaller) {

    /**
     * @param page what is looked at, without any number
     * @throws jinbo.participant.staff.NotPermittedException if it has not
     */
    void require(SignedInPerson person, Duty duty, String page) {
        authorizeCaller.authorize(duty, new IdentityClaim.SignedIn(person), "console: " + page);
    }
}
