package jinbo.exchange.format;

/** The columns of a file of answers to cases, as {@code exchange-formats/case-answers/v1/columns.csv} publishes them. */
public enum CaseAnswerColumn implements UploadColumn {
    CASE(true),
    /** The word with which the answer begins. */
    ANSWER(true),
    DISPUTE(false),
    WORDS(false),
    UNIT(false),
    SALESPERSON(false),
    /** First day of the policy that the call is said to have served. */
    POLICY_FROM(false),
    /** Its last day. */
    POLICY_UNTIL(false),
    SOLD_BY_TELEPHONE(false),
    SERVICE_CALL(false),
    /** By which sign the proof is found. */
    EVIDENCE_REFERENCE(false);

    private final boolean mandatory;

    CaseAnswerColumn(boolean mandatory) {
        this.mandatory = mandatory;
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
