package jinbo.cases;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why an operation on a case is refused. The first argument of the message is the case number. */
public enum CaseError implements ErrorCode {
    CASE_UNKNOWN(404),
    CASE_STATE(409),
    ANSWER_NOT_DUE(409),
    ANSWER_DAYS_NOT_BEGUN("ANSWER_NOT_DUE", 409),
    /** A file that may contain the insurer's answer is held or not ingested yet. */
    ANSWERS_PENDING(409),
    /** The insurer was not asked about the case. */
    NOBODY_ASKED(409),
    /** The evidence has changed since it was shown. */
    EVIDENCE_CHANGED(409),
    APPEAL_TOO_LATE(409),
    NOT_AGAINST_CONSUMER(409),
    /** The party has already appealed in this case, so the decision is final. */
    APPEALED_BEFORE(409),
    /** The person who decided a case must not decide its appeal. */
    DECIDED_BEFORE(403);

    private final ErrorType type;

    CaseError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    CaseError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
