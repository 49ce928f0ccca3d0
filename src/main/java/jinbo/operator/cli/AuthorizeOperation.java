package jinbo.operator.cli;

import jinbo.participant.staff.IdentityClaim;

/** Finds out who acts, and carries a command out for that person, or keeps it for a second person. */
final class AuthorizeOperation {

    private final Installation installation;
    private final IdentityClaim identityClaim;

    AuthorizeOperation(Installation installation, IdentityClaim identityClaim) {
        this.installation = installation;
        this.identityClaim = identityClaim;
    }

    /** @throws Exception if it cannot be done, or not by this person; {@link Failure} puts that into words */
    Object of(Task task, CommandWords words) throws Exception {
        installation.judge(task.duty(), identityClaim, words.inLog());
        return task instanceof RequiresSecondPerson asked
                        && installation.standing().needsSecondPerson()
                ? new RecordRequest(installation).of(asked, words)
                : new CarryOut(installation)
                        .of(task, words.inLog(), words.reason().filter(any -> !words.holdNumbers()));
    }
}
