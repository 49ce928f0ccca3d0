package jinbo.cases;

/** What became of an insurer's answer. */
public enum CaseAnswerOutcome {
    /** It is recorded, and the case goes on. */
    RECORDED,
    /** The insurer has not been asked about such a case, or the case is not its any more. */
    CASE_UNKNOWN,
    /** The case stands so that it takes no such answer, or has got one. */
    CASE_NOT_WAITING,
    /** The insurer never had such a sales unit. */
    UNIT_NOT_REGISTERED
}
