package jinbo.batch.collect;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.CommittedBatch;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.WithdrawalBatch;
import jinbo.registry.Withdrawals;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Withdraws all complaints of an upload on an operator's decision, as a logged access, because numbers are read. */
@Component
public record UploadWithdrawal(
        InboundFiles inbound,
        Insurers insurers,
        Withdrawals withdrawals,
        AccessLog accessLog,
        Clock clock,
        TransactionTemplate transaction) {

    private static final int NEWEST_NAMED = 5;

    /**
     * Shows what a withdrawal would change.
     *
     * @throws BatchException if there is no such upload, or all its complaints are already withdrawn
     * @throws jinbo.participant.insurer.InsurerException if the insurer in the name does not exist
     */
    public Result find(String name) {
        InboundFileName parsed = InboundFileName.parseMentioned(name)
                .filter(any -> any.kind() == FileKind.COMPLAINTS)
                .orElseThrow(() -> new BatchException(BatchError.NOT_AN_UPLOAD_NAME));
        Insurer insurer = insurers.get(parsed.insurer());
        InboundFile upload = inbound.accepted(parsed).orElseThrow(() -> unknown(insurer.code(), parsed.stem()));
        long left = withdrawals.left(upload.id());
        if (left == 0) {
            throw new BatchException(BatchError.ALL_TAKEN_BACK, upload.shownName());
        }
        return new Result(upload, left);
    }

    /** Withdraws an upload; throws what {@link #find} throws. */
    public Result withdraw(String name, Reason reason, Actor by) {
        InboundFile upload = find(name).upload();
        AccessPermit permit = accessLog.begin(new Access(
                by,
                AccessAction.WITHDRAW,
                reason.text(),
                Optional.of(upload.insurer().value()),
                upload.shownName()));
        try {
            return transaction.execute(status -> withdraw(permit, upload));
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private Result withdraw(AccessPermit permit, InboundFile upload) {
        Insurer insurer = insurers.get(upload.insurer());
        Instant now = clock.instant();
        StagedWithdrawals staged = withdrawals.stage(
                permit, new WithdrawalBatch(Optional.empty(), insurer.id(), now, BusinessTime.dateOf(now)));
        staged.add(1, upload.id(), OptionalInt.empty());
        CommittedBatch batch = withdrawals.merge(permit, staged, (fault, line) -> {
            throw new BatchException(BatchError.ALL_TAKEN_BACK, upload.shownName());
        });
        AccessResult result = AccessResult.of("WITHDRAWN", batch.registrations());
        accessLog.complete(permit, batch.vouched().map(result::with).orElse(result));
        return new Result(upload, batch.registrations());
    }

    /** What a withdrawal affects; complaints that were withdrawn before do not count. */
    public record Result(InboundFile upload, long complaints) {}

    private BatchException unknown(InsurerCode insurer, String stem) {
        List<String> newest = inbound.newestAccepted(insurer, NEWEST_NAMED).stream()
                .map(InboundFile::stem)
                .toList();
        return newest.isEmpty()
                ? new BatchException(BatchError.NO_UPLOAD_ACCEPTED, insurer, stem)
                : new BatchException(BatchError.UPLOAD_UNKNOWN, insurer, stem, newest);
    }
}
