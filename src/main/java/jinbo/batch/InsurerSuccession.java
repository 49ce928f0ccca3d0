package jinbo.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.CommittedBatch;
import jinbo.registry.Successions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets an insurer leave and its successor inherit its blocks, in one transaction and one logged access. */
@Component
public record InsurerSuccession(
        EndParticipation endParticipation,
        Insurers insurers,
        Successions successions,
        AccessLog accessLog,
        Clock clock,
        TransactionTemplate transaction) {

    /** @throws jinbo.participant.insurer.InsurerException if the successor is not possible; then nothing changes */
    public Insurer of(InsurerCode code, InsurerCode successor, Reason reason, Actor by) {
        endParticipation.requireSuccessor(code, successor);
        AccessPermit permit = accessLog.begin(new Access(
                by,
                AccessAction.SUCCEED,
                reason.text(),
                Optional.of(code.value()),
                "blocks of " + code + ", inherited by " + successor));
        try {
            return transaction.execute(status -> transferBlocks(permit, code, successor, reason));
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private Insurer transferBlocks(AccessPermit permit, InsurerCode code, InsurerCode successor, Reason reason) {
        Instant now = clock.instant();
        Insurer left = endParticipation.succeed(code, successor, BusinessTime.dateOf(now), reason.text(), now);
        CommittedBatch batch = successions.succeed(permit, left, insurers.get(successor), now);
        AccessResult result = AccessResult.of("SUCCEEDED", batch.numbers());
        accessLog.complete(permit, batch.vouched().map(result::with).orElse(result));
        return left;
    }
}
