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

/** Records a consumer's appeal against the dismissal of a case: once in a case, until the last day for an appeal. */
@Component
public record AppealCase(CaseRows rows, CaseAccessTemplate accesses, Clock clock) {

    /** @throws CaseException if there is no such dismissed case, or the consumer has already appealed or is late */
    public void forConsumer(CaseNumber number, String reason, Actor by) {
        CaseRows.Stored stored = rows.get(number);
        requireAppealable(stored);
        Access access = new Access(
                by,
                AccessAction.DECIDE,
                reason,
                stored.summary().insurer().map(InsurerCode::value),
                "appeal of the consumer in case " + number);
        accesses.execute(access, permit -> {
            CaseRows.Stored locked = rows.getLocked(number);
            requireAppealable(locked);
            rows.advance(locked, CaseState.APPEALED, by, Optional.of(reason));
            return new Done<>(number, "DONE", 0);
        });
    }

    private void requireAppealable(CaseRows.Stored stored) {
        CaseNumber number = stored.summary().number();
        CaseState state = stored.summary().state();
        if (!state.canBecome(CaseState.APPEALED)) {
            throw new CaseException(CaseError.CASE_STATE, number, state, CaseState.APPEALED);
        }
        if (!CaseSide.CONSUMER.loses(state)) {
            throw new CaseException(CaseError.NOT_AGAINST_CONSUMER, number);
        }
        if (rows.isFinal(stored)) {
            throw new CaseException(CaseError.APPEALED_BEFORE, number);
        }
        stored.summary()
                .dueOn()
                .filter(due -> BusinessTime.today(clock).isAfter(due))
                .ifPresent(due -> {
                    throw new CaseException(CaseError.APPEAL_TOO_LATE, number, due);
                });
    }
}
