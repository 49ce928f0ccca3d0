package jinbo.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/**
 * Lets a consumer withdraw or supplement a complaint of which nothing was ever decided: a decision that was appealed counts again once
 * its case is closed. The caller has made sure that the case is the consumer's.
 */
@Component
public record ChangeComplaint(
        CaseSteps steps,
        CaseRows rows,
        ProtectedCallData calls,
        AdvanceCase advance,
        CaseAccessTemplate accesses,
        Clock clock) {

    private static final String WITHDRAWN = "the consumer withdraws the complaint";
    private static final String SUPPLEMENTED = "the consumer supplements the complaint";

    /**
     * Closes the case.
     *
     * @return false if the case is decided or closed; then nothing is done
     * @throws CaseException if there is none
     */
    public boolean withdraw(CaseNumber number, Actor by) {
        return change(number, by, WITHDRAWN, (permit, open) -> {
            advance.to(open, CaseState.CLOSED, by, Optional.of(WITHDRAWN));
            return "WITHDRAWN";
        });
    }

    /**
     * Adds to what the consumer wrote; the same words sent again are added once.
     *
     * @return false if the case is decided or closed; then nothing is done
     * @throws CallComplaintException if the words are missing or cannot be kept, or the case has too many supplements
     * @throws CaseException if there is none
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

    /** @param change the outcome for the access log */
    private boolean change(
            CaseNumber number, Actor by, String purpose, BiFunction<AccessPermit, CaseRows.Stored, String> change) {
        CaseRows.Stored stored = steps.get(number);
        if (!isChangeable(stored)) {
            return false;
        }
        Access access = new Access(
                by,
                AccessAction.COMPLAIN,
                purpose,
                stored.summary().insurer().map(InsurerCode::value),
                "case " + number,
                Optional.of(stored.subject()));
        return accesses.of(access, permit -> {
            CaseRows.Stored locked = steps.getLocked(number);
            boolean changed = isChangeable(locked);
            return new Done<>(changed, changed ? change.apply(permit, locked) : "DECIDED BEFORE", 0);
        });
    }

    private boolean isChangeable(CaseRows.Stored stored) {
        return stored.summary().state().isWithdrawable() && !rows.wasDecided(stored.id());
    }
}
