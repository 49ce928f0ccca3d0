package jinbo.cases;

import java.time.LocalDate;
import java.util.Optional;

/** A case cannot be taken a step further now, though it stands so that it could be later, or could have been before. */
public final class CaseStepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Why {
        /** The insurer may still answer. */
        ANSWER_NOT_DUE,
        /** The insurer may have answered in a file that waits to be judged, or for an operator. */
        ANSWERS_PENDING,
        /** Nobody has asked the insurer, so nothing can be held against it. */
        NOBODY_ASKED,
        /** The evidence is another than the one that was looked at. */
        EVIDENCE_CHANGED,
        /** The days for an appeal are over. */
        APPEAL_TOO_LATE,
        /** The decision went the consumer's way. */
        NOT_AGAINST_CONSUMER,
        /** What was decided after an appeal is final. */
        APPEALED_BEFORE,
        /** Who decided the case does not decide its appeal. */
        DECIDED_BEFORE
    }

    private final Why why;

    private CaseStepException(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    static CaseStepException answerNotDue(CaseNumber number, Optional<LocalDate> due) {
        return new CaseStepException(
                Why.ANSWER_NOT_DUE,
                "Case " + number + " waits for the insurer's answer"
                        + due.map(day -> " until " + day + "; decide the day after")
                                .orElse(", and its days have not begun: it has not been told, it is suspended, or the"
                                        + " calendar does not reach the last one"));
    }

    static CaseStepException answersPending(CaseNumber number) {
        return new CaseStepException(
                Why.ANSWERS_PENDING,
                "The answer in case " + number
                        + " may stand in a file that came in time and is not judged yet, or held:"
                        + " see \"held list\"");
    }

    static CaseStepException insurerNotAsked(CaseNumber number) {
        return new CaseStepException(
                Why.NOBODY_ASKED,
                "Nobody has been asked about case " + number + ", so it cannot be a violation; \"case assign " + number
                        + "\" says whose call it was");
    }

    static CaseStepException evidenceChanged(CaseNumber number) {
        return new CaseStepException(
                Why.EVIDENCE_CHANGED,
                "The evidence of case " + number + " is not the one that was looked at any more; look at it and decide"
                        + " anew");
    }

    static CaseStepException appealTooLate(CaseNumber number, LocalDate due) {
        return new CaseStepException(
                Why.APPEAL_TOO_LATE, "The decision of case " + number + " could be contested until " + due);
    }

    static CaseStepException notAgainstConsumer(CaseNumber number) {
        return new CaseStepException(
                Why.NOT_AGAINST_CONSUMER,
                "Case " + number + " was decided as the consumer wants it; only the insurer can contest that");
    }

    static CaseStepException appealedBefore(CaseNumber number) {
        return new CaseStepException(
                Why.APPEALED_BEFORE,
                "Case " + number + " has been contested before; what was decided after that is final");
    }

    static CaseStepException decidedBefore(CaseNumber number, String person) {
        return new CaseStepException(
                Why.DECIDED_BEFORE,
                "Case " + number + " was decided by " + person + " before, so its appeal is for others to decide and to"
                        + " confirm");
    }

    /** What is in the way. */
    public Why why() {
        return why;
    }
}
