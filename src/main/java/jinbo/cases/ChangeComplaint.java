package jinbo.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import org.springframework.stereotype.Component;

/**
 * Withdraws or supplements a complaint, unless the case was ever decided: after an appeal against it, closing the case
 * would bring the old decision back.
 */
@Component
public record ChangeComplaint(CaseRows rows, ProtectedCallData calls, CaseAccessTemplate accesses, Clock clock) {

    private static final String WITHDRAWN = "the consumer withdraws the complaint";
    private static final String SUPPLEMENTED = "the consumer supplements the complaint";

    /** @return false if the case is decided or closed */
    public boolean withdraw(CaseNumber number, Actor by) {
        return change(number, by, WITHDRAWN, (permit, open) -> {
            rows.advance(open, CaseState.CLOSED, by, Optional.of(WITHDRAWN));
            return "WITHDRAWN";
        });
    }

    /**
     * Adds text to a complaint; the same text is added once.
     *
     * @return false if the case is decided or closed
     * @throws CallComplaintException if the text is not accepted, or the case has too many supplements
     */
    public boolean supplement(CaseNumber number, String typed, Actor by) {
        String words = CallComplaint.normalized(typed);
        if (words.isEmpty()) {
            throw new CallComplaintException(CallComplaintError.WORDS_MISSING);
        }
        return change(
                number,
                by,
                SUPPLEMENTED,
                (permit, open) -> calls.supplement(permit, open, words, clock.instant())
                        ? "SUPPLEMENTED"
                        : "SUPPLEMENTED BEFORE");
    }

    /** @param change makes the change and returns the outcome for the access log */
    private boolean change(
            CaseNumber number, Actor by, String purpose, BiFunction<AccessPermit, CaseRows.Stored, String> change) {
        CaseRows.Stored stored = rows.get(number);
        if (!isChangeable(stored)) {
            return false;
        }
        return accesses.execute(stored.access(by, AccessAction.COMPLAIN, purpose), permit -> {
            CaseRows.Stored locked = rows.getLocked(number);
            boolean changed = isChangeable(locked);
            return new Done<>(changed, changed ? change.apply(permit, locked) : "DECIDED BEFORE", 0);
        });
    }

    private boolean isChangeable(CaseRows.Stored stored) {
        return stored.summary().state().isBeforeDecision() && !rows.wasDecided(stored.id());
    }
}
