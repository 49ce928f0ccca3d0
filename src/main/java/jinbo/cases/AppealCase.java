package jinbo.cases;

import java.time.Clock;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Has a case decided again because the consumer does not accept that it was dismissed: within the days for it, and once. */
@Component
public record AppealCase(CaseSteps steps, AdvanceCase advance, CaseAccessTemplate accesses, Clock clock) {

    /**
     * @param reason why, without numbers
     * @throws CaseException if there is none
     * @throws CaseException if it is not decided
     * @throws CaseException if it was upheld, the days for it are over, or the consumer has contested it before
     */
    public void forConsumer(CaseNumber number, String reason, Actor by) {
        CaseRows.Stored stored = steps.get(number);
        requireContestable(stored);
        Access access = new Access(
                by,
                AccessAction.DECIDE,
                reason,
                stored.summary().insurer().map(InsurerCode::value),
                "appeal of the consumer in case " + number);
        accesses.of(access, permit -> {
            CaseRows.Stored locked = steps.getLocked(number);
            requireContestable(locked);
            advance.to(locked, CaseState.APPEALED, by, Optional.of(reason));
            return new Done<>(number, "DONE", 0);
        });
    }

    private void requireContestable(CaseRows.Stored stored) {
        CaseNumber number = stored.summary().number();
        CaseState state = stored.summary().state();
        if (!state.canBecome(CaseState.APPEALED)) {
            throw new CaseException(CaseError.CASE_STATE, number, state, CaseState.APPEALED);
        }
        if (!CaseSide.CONSUMER.lost(state)) {
            throw new CaseException(CaseError.NOT_AGAINST_CONSUMER, number);
        }
        if (steps.isFinal(stored)) {
            throw new CaseException(CaseError.APPEALED_BEFORE, number);
        }
        steps.due(stored)
                .filter(due -> BusinessTime.dateOf(clock.instant()).isAfter(due))
                .ifPresent(due -> {
                    throw new CaseException(CaseError.APPEAL_TOO_LATE, number, due);
                });
    }
}
