package jinbo.participant.staff;

public enum Role {
    OPERATOR,
    KEY_OFFICER,
    AUDITOR
}
