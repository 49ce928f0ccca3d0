package jinbo.participant.staff;

import jinbo.accesslog.ActorRole;

/** What a person is at the association; everybody has one role. */
public enum Role {
    /** Runs the exchange: jobs, held files, agreements, reference data. */
    OPERATOR(ActorRole.OPERATOR),
    /** Says whose keys count: certificates, host keys, people. */
    KEY_OFFICER(ActorRole.KEY_OFFICER),
    /** Sees what was done, and changes nothing. */
    AUDITOR(ActorRole.AUDITOR);

    private final ActorRole inLog;

    Role(ActorRole inLog) {
        this.inLog = inLog;
    }

    ActorRole inLog() {
        return inLog;
    }
}
