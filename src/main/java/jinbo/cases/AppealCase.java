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

/** Records the consumer's appeal against a dismissal: once, and until the last day for it. */
@Component
public record AppealCase(CaseRows rows, CaseAccessTemplate accesses, Clock clock) {

    /** @throws CaseException if the case does not exist, was not dismissed, was appealed before, or the time is over */
    public void forConsumer(CaseNumber number, String reason, Actor by) {
        CaseRows.Stored stored = rows.get(number);
        requireContestable(stored);
        Access access = new Access(
                by,
                AccessAction.DECIDE,
                reason,
                stored.summary().insurer().map(InsurerCode::value),
                "appeal of the consumer in case " + number);
        accesses.execute(access, permit -> {
            CaseRows.Stored locked = rows.getLocked(number);
            requireContestable(locked);
            rows.advance(locked, CaseState.APPEALED, by, Optional.of(reason));
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
        if (rows.isFinal(stored)) {
            throw new CaseException(CaseError.APPEALED_BEFORE, number);
        }
        stored.summary()
                .dueOn()
                .filter(due -> BusinessTime.dateOf(clock.instant()).isAfter(due))
                .ifPresent(due -> {
                    throw new CaseException(CaseError.APPEAL_TOO_LATE, number, due);
                });
    }
}
