package jinbo.cases;

import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/**
 * Closes a case because the consumer withdraws the complaint, as long as nothing was ever decided: a decision that was contested counts
 * again once its case is closed. Whoever calls this has made sure that the case is the consumer's.
 */
@Component
public record WithdrawComplaint(CaseSteps steps, CaseRows rows, AdvanceCase advance, CaseAccessTemplate accesses) {

    private static final String REASON = "the consumer withdraws the complaint";

    /**
     * @return false if the case is decided or closed; then nothing is done
     * @throws CaseException if there is none
     */
    public boolean withdraw(CaseNumber number, Actor by) {
        CaseRows.Stored stored = steps.get(number);
        if (!isWithdrawable(stored)) {
            return false;
        }
        Access access = new Access(
                by,
                AccessAction.COMPLAIN,
                REASON,
                stored.summary().insurer().map(InsurerCode::value),
                "case " + number,
                Optional.of(stored.subject()));
        return accesses.of(access, permit -> {
            CaseRows.Stored locked = steps.getLocked(number);
            boolean withdrawn = isWithdrawable(locked);
            if (withdrawn) {
                advance.to(locked, CaseState.CLOSED, by, Optional.of(REASON));
            }
            return new Done<>(withdrawn, withdrawn ? "WITHDRAWN" : "DECIDED BEFORE", 0);
        });
    }

    private boolean isWithdrawable(CaseRows.Stored stored) {
        return stored.summary().state().isWithdrawable() && !rows.wasDecided(stored.id());
    }
}
