package jinbo.operator.upload;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.HeldFiles;
import jinbo.batch.collect.UploadWithdrawal;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.upload.UploadOperations.ListHeldFiles;
import jinbo.operator.upload.UploadOperations.RefuseHeldFile;
import jinbo.operator.upload.UploadOperations.ReleaseHeldFile;
import jinbo.operator.upload.UploadOperations.ShowHeldFile;
import jinbo.operator.upload.UploadOperations.WithdrawUpload;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.participant.operation.Reason;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.InboundFile;

/** Carries out the {@link UploadOperations}. */
@OperationHandlers
record UploadHandlers(HeldFiles held, UploadWithdrawal withdrawal, AssociationKeys keys, VerifyRunChanges changes) {

    record HeldList(List<TakenFile> held) {}

    /** @param firstFindings at most 200 findings */
    record HeldFile(TakenFile file, List<FoundAt> firstFindings) {}

    /** @param line the physical line; empty for a finding about the whole file */
    record FoundAt(Optional<Integer> line, Optional<String> column, FindingCode.Severity severity, FindingCode code) {
        static FoundAt of(Finding finding) {
            return new FoundAt(
                    finding.line().stream().boxed().findFirst(),
                    finding.column(),
                    finding.code().severity(),
                    finding.code());
        }
    }

    record Withdrawn(InsurerCode insurer, String file, long complaints) {}

    @Handles
    HeldList list(ListHeldFiles input) {
        return new HeldList(held.list().stream().map(TakenFile::of).toList());
    }

    @Handles
    HeldFile show(ShowHeldFile input) {
        InboundFile file = held.get(input.name());
        return new HeldFile(
                TakenFile.of(file),
                held.firstFindings(file).stream().map(FoundAt::of).toList());
    }

    @Previews
    Outline would(ReleaseHeldFile input) {
        InboundFile file = held.get(input.name());
        return Outline.of(
                file.kind().map(UploadHandlers::outlineKey).orElse("held-release"),
                file.shownName(),
                file.insurer(),
                TakenFile.of(file).rows());
    }

    private static String outlineKey(FileKind kind) {
        return switch (kind) {
            case WITHDRAWALS -> "held-release-withdrawals";
            case CASE_ANSWERS -> "held-release-answers";
            default -> "held-release";
        };
    }

    @Handles
    Collected release(ReleaseHeldFile input, Actor by) {
        return decide(input.name(), HeldDecision.Kind.RELEASE, input.reason(), by);
    }

    @Handles
    Collected refuse(RefuseHeldFile input, Actor by) {
        return decide(input.name(), HeldDecision.Kind.REFUSE, input.reason(), by);
    }

    private Collected decide(String name, HeldDecision.Kind kind, Reason reason, Actor by) {
        keys.requireOpen();
        return Collected.of(held.decide(name, kind, reason, by), changes);
    }

    @Previews
    Outline would(WithdrawUpload input) {
        UploadWithdrawal.Result would = withdrawal.find(input.file());
        return Outline.of("withdraw", would.upload().shownName(), would.upload().insurer(), would.complaints());
    }

    @Handles
    Withdrawn withdraw(WithdrawUpload input, Actor by) {
        UploadWithdrawal.Result done = withdrawal.withdraw(input.file(), input.reason(), by);
        return new Withdrawn(done.upload().insurer(), done.upload().shownName(), done.complaints());
    }
}
