package jinbo.batch.recovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Remark;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SequenceGap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a recovery on an operator's decision, because a drop that cannot be reached may contain lost uploads. */
@Component
public record SettleRecovery(
        ScanAllInsurers scanAllInsurers,
        RemainingRecoveryWork remainingRecoveryWork,
        UnrecordedFiles unrecordedFiles,
        FindSequenceGap sequenceGaps,
        Recoveries recoveries,
        BlockLists lists,
        Insurers insurers,
        HighestSentSequence highestSentSequence,
        AccessLog accessLog,
        TransactionTemplate transaction,
        Clock clock) {

    private static final int AT_A_TIME = 2;

    /** Ends the open recovery if nothing is left to do, or by force. Throws if none is open or if it has grown meanwhile. */
    public Outcome settle(String reason, boolean force, Actor by) {
        Reason why = new Reason(reason);
        ScanAllInsurers.Result scan = scanAllInsurers.look(AT_A_TIME);
        Recovery open = scan.open().orElseThrow(() -> new BatchException(BatchError.NOTHING_TO_SETTLE));
        long files = unrecordedFiles.count(open);
        List<Remark> left = left(open, scan);
        if (!left.isEmpty() && !force) {
            return new Outcome(open, left, List.of());
        }
        List<SequenceGap> gaps = insurers.all().stream()
                .map(insurer -> sequenceGaps.of(insurer, open))
                .flatMap(Optional::stream)
                .toList();
        Recovery.Settlement settlement =
                new Recovery.Settlement(clock.instant(), by.toDisplayName(), why.text(), !left.isEmpty());
        AccessPermit permit = accessLog.begin(
                new Access(by, AccessAction.SETTLE_RESTORATION, why.text(), Optional.empty(), "recovery " + open.id()));
        try {
            transaction.executeWithoutResult(status -> {
                recoveries.settle(open, settlement);
                // from here on no file is added
                if (unrecordedFiles.count(open) != files) {
                    throw new BatchException(BatchError.RECOVERY_GREW);
                }
                gaps.forEach(lists::recordGap);
                accessLog.complete(permit, left.isEmpty() ? "SETTLED" : "SETTLED BY FORCE", 0);
            });
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
        return new Outcome(recoveries.get(open.id()), left, gaps);
    }

    /** Records that an insurer has a list that neither drop nor spool shows. Later lists have higher sequences. */
    public void holds(InsurerCode insurer, int sequence) {
        highestSentSequence.record(insurers.get(insurer).code(), sequence);
    }

    private List<Remark> left(Recovery open, ScanAllInsurers.Result scan) {
        List<Remark> left = new ArrayList<>();
        for (Insurer insurer : insurers.all()) {
            left.addAll(remainingRecoveryWork.of(open, insurer.code()));
            Optional.ofNullable(scan.failedScans().get(insurer.code()))
                    .ifPresent(why -> left.add(new Remark(insurer.code(), "could not be read: " + why)));
        }
        return left;
    }

    /** The result: the recovery, what was left to do, and the skipped sequences (none while the recovery is open). */
    public record Outcome(Recovery recovery, List<Remark> left, List<SequenceGap> gaps) {

        public Outcome {
            left = List.copyOf(left);
            gaps = List.copyOf(gaps);
        }
    }
}
