package jinbo.operator.console;

import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationType;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.SignedInPerson;

/** Authorizes access to pages. Like a command, a refused page is an entry of the access log. */
record PageAccess(AuthorizeCaller authorizeCaller) {

    /**
     * @param operation the operation whose duty the page requires
     * @param page description of the page for the access log, without numbers
     * @throws jinbo.participant.staff.NotPermittedException if the person lacks the duty
     */
    void require(SignedInPerson person, Class<? extends Operation> operation, String page) {
        authorizeCaller.authorize(
                OperationType.of(operation).useCase().duty(), new IdentityClaim.SignedIn(person), "console: " + page);
    }
}
