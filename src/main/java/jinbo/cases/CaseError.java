package jinbo.cases;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** What cannot be done about a case; the first fact is its number. */
public enum CaseError implements ErrorCode {
    CASE_UNKNOWN(404),
    /** It stands so that what is wanted cannot come next. */
    CASE_STATE(409),
    /** The insurer may still answer. */
    ANSWER_NOT_DUE(409),
    ANSWER_DAYS_NOT_BEGUN("ANSWER_NOT_DUE", 409),
    /** The insurer may have answered in a file that waits to be judged, or for an operator. */
    ANSWERS_PENDING(409),
    /** Nobody has asked the insurer, so nothing can be held against it. */
    NOBODY_ASKED(409),
    /** The evidence is another than the one that was shown. */
    EVIDENCE_CHANGED(409),
    APPEAL_TOO_LATE(409),
    NOT_AGAINST_CONSUMER(409),
    /** What was decided after an appeal is final. */
    APPEALED_BEFORE(409),
    /** Who decided the case does not decide its appeal. */
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
