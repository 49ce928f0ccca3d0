package jinbo.cases;

/** The word with which an insurer's answer to a case begins. */
public enum CaseAnswerKind {
    /** The call broke the rules. */
    ACCEPT,
    /** It did not, for a reason. */
    DISPUTE,
    /** It was allowed in spite of a block. */
    EXEMPTION,
    /** The decision is not accepted. */
    APPEAL
}
