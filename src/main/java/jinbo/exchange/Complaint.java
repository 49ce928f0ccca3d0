package jinbo.exchange;

/** What a consumer complained of. */
public enum Complaint {
    /** Nuisance by a telephone sales unit. */
    TELEMARKETING,
    /** An agent's random calls for an appointment; blocks for it need the consumer's consent. */
    AGENT_COLD_CALL
}
