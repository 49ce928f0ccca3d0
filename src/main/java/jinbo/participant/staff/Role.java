package jinbo.participant.staff;

import jinbo.accesslog.ActorRole;

public enum Role {
    OPERATOR(ActorRole.OPERATOR),
    KEY_OFFICER(ActorRole.KEY_OFFICER),
    AUDITOR(ActorRole.AUDITOR);

    private final ActorRole inLog;

    Role(ActorRole inLog) {
        this.inLog = inLog;
    }

    ActorRole inLog() {
        return inLog;
    }
}
