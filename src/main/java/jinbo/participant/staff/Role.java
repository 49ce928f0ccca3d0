package jinbo.participant.staff;

/** The roles of the association's staff; {@link Duty} says what each may do. */
public enum Role {
    OPERATOR,
    KEY_OFFICER,
    AUDITOR
}
