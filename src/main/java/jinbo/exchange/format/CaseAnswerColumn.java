package jinbo.exchange.format;

import java.util.Locale;

/** The columns of a file of answers to cases, as {@code exchange-formats/case-answers/v1/columns.csv} publishes them. */
public enum CaseAnswerColumn implements UploadColumn {
    /** Which case is answered. */
    CASE(true),
    /** The word with which the answer begins. */
    ANSWER(true),
    /** Why the call broke no rule. */
    DISPUTE(false),
    /** The insurer's own words. */
    WORDS(false),
    /** Which sales unit called. */
    UNIT(false),
    /** Who there. */
    SALESPERSON(false),
    /** First day of the policy that the call is said to have served. */
    POLICY_FROM(false),
    /** Its last day. */
    POLICY_UNTIL(false),
    /** Whether it was sold by telephone. */
    SOLD_BY_TELEPHONE(false),
    /** Whether the call served it. */
    SERVICE_CALL(false),
    /** By which sign the proof is found. */
    EVIDENCE_REFERENCE(false);

    private final boolean mandatory;

    CaseAnswerColumn(boolean mandatory) {
        this.mandatory = mandatory;
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
