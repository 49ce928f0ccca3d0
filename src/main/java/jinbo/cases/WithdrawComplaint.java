package jinbo.cases;

import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import org.springframework.stereotype.Component;

/** Closes a consumer's case on request, unless it was ever decided: an appealed decision would count again. */
@Component
public record WithdrawComplaint(CaseRows rows, CaseAccessTemplate accesses) {

    private static final String REASON = "the consumer withdraws the complaint";

    /** @return false if the case is decided or closed */
    public boolean withdraw(CaseNumber number, Actor by) {
        CaseRows.Stored stored = rows.get(number);
        if (!isWithdrawable(stored)) {
            return false;
        }
        return accesses.execute(stored.access(by, AccessAction.COMPLAIN, REASON), permit -> {
            CaseRows.Stored locked = rows.getLocked(number);
            boolean withdrawn = isWithdrawable(locked);
            if (withdrawn) {
                rows.advance(locked, CaseState.CLOSED, by, Optional.of(REASON));
            }
            return new Done<>(withdrawn, withdrawn ? "WITHDRAWN" : "DECIDED BEFORE", 0);
        });
    }

    private boolean isWithdrawable(CaseRows.Stored stored) {
        return stored.summary().state().isWithdrawable() && !rows.wasDecided(stored.id());
    }
}
