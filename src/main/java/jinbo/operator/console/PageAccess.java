package jinbo.operator.console;

import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationType;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.SignedInPerson;

/** Lets only those see a page who may; who may not is an entry of the access log, as at a terminal. */
record PageAccess(AuthorizeCaller authorizeCaller) {

    /**
     * @param operation which the page does not have carried out itself, and whose duty it asks for
     * @param page what is looked at, without any number
     * @throws jinbo.participant.staff.NotPermittedException if it has not
     */
    void require(SignedInPerson person, Class<? extends Operation> operation, String page) {
        authorizeCaller.authorize(
                OperationType.of(operation).useCase().duty(), new IdentityClaim.SignedIn(person), "console: " + page);
    }
}
