package jinbo.job.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import jinbo.accesslog.AccessPermit;
import jinbo.association.AssociationKeys;
import jinbo.envelope.Opening;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.inbound.AcceptedSoFar;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.Findings;
import jinbo.inbound.HeldDecision;
import jinbo.inbound.InboundFile;
import jinbo.inbound.Verdicts;
import jinbo.insurer.Insurer;
import jinbo.intake.Judgement;
import jinbo.intake.UploadContext;
import jinbo.intake.UploadHistory;
import jinbo.registry.ComplaintBatch;
import jinbo.registry.Registry;
import jinbo.registry.StagedComplaints;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens an upload, stages its rows and findings, and keeps them only if the envelope was good to the last byte: everything
 * happens behind a savepoint of the caller's transaction.
 */
@Component
class MergeUpload {

    private final OpenUpload openUpload;
    private final Registry registry;
    private final Findings findings;
    private final Verdicts verdicts;
    private final BatchOf batchOf;
    private final AssociationKeys keys;
    private final CollectSettings settings;
    private final TransactionTemplate savepoint;

    MergeUpload(
            OpenUpload openUpload,
            Registry registry,
            Findings findings,
            Verdicts verdicts,
            BatchOf batchOf,
            AssociationKeys keys,
            CollectSettings settings,
            PlatformTransactionManager transactions) {
        this.openUpload = openUpload;
        this.registry = registry;
        this.findings = findings;
        this.verdicts = verdicts;
        this.batchOf = batchOf;
        this.keys = keys;
        this.settings = settings;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Takes an upload in.
     *
     * @param release an operator's word to take it in though it was held; its acts are registered at that time
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the first day of the ban; the file then
     *     stays pending
     */
    TakenIn merge(AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> release) {
        Instant registeredAt = release.map(HeldDecision::at).orElse(file.receivedAt());
        ComplaintBatch batch = batchOf.upload(file, insurer, registeredAt);
        UploadContext context = openUpload.contextOf(file);
        Attempt attempt = attempt(permit, file, batch, context, release.isPresent());
        if (attempt.readAgainAs().isPresent()) {
            attempt = attempt(permit, file, batch, attempt.readAgainAs().get(), release.isPresent());
        }
        return attempt.outcome().orElseThrow(() -> new IllegalStateException("An upload cannot be read again twice"));
    }

    private Attempt attempt(
            AccessPermit permit, InboundFile file, ComplaintBatch batch, UploadContext context, boolean released) {
        return savepoint.execute(status -> {
            Mac mac = keys.contentKey().newHash();
            StagedComplaints staged = registry.stage(permit, batch);
            FindingWriter found = findings.replace(file.id());
            Opening<Judgement> opening;
            try {
                opening = openUpload.open(file, context, new StagingSink(staged, found), mac);
            } catch (IOException e) {
                throw new UncheckedIOException("The spooled upload " + file.shownName() + " cannot be read", e);
            }
            if (opening instanceof Opening.Refused<Judgement> refused) {
                return forget(
                        status,
                        Finding.ofFile(FindingCode.valueOf(refused.fault().name())),
                        refused.operatorDetail());
            }
            Judgement judgement = ((Opening.Opened<Judgement>) opening).value();
            if (judgement instanceof Judgement.ReadAgain again) {
                status.setRollbackOnly();
                return Attempt.again(context.readAs(again.encoding()));
            }
            if (judgement instanceof Judgement.Refused refused) {
                return forget(status, refused.finding(), "content refused");
            }
            return decide(status, permit, file, staged, found, (Judgement.Judged) judgement, mac.doFinal(), released);
        });
    }

    private Attempt decide(
            TransactionStatus status,
            AccessPermit permit,
            InboundFile file,
            StagedComplaints staged,
            FindingWriter found,
            Judgement.Judged judged,
            byte[] contentMac,
            boolean released) {
        // nil reports are all alike, and each says anew that there was nothing to report
        Optional<String> twin =
                judged.tally().rows() == 0 ? Optional.empty() : verdicts.otherWithSameContent(file, contentMac);
        if (twin.isPresent()) {
            return forget(status, Finding.ofFile(FindingCode.ALREADY_RECEIVED), "same content as " + twin.get());
        }
        Optional<FindingCode> hold =
                released ? Optional.empty() : settings.hold().rules().hold(judged, history(file));
        if (hold.isPresent()) {
            registry.discard(staged);
            found.add(Finding.ofFile(hold.get()));
            found.flush();
            return Attempt.of(new TakenIn.Held(judged.tally(), hold.get(), contentMac));
        }
        found.flush();
        registry.merge(permit, staged);
        return Attempt.of(new TakenIn.Merged(judged.tally(), staged.effectiveOn(), contentMac));
    }

    private UploadHistory history(InboundFile file) {
        AcceptedSoFar soFar = verdicts.acceptedSoFar(file.insurer());
        return new UploadHistory(soFar.files(), soFar.averageRows());
    }

    private static Attempt forget(TransactionStatus status, Finding finding, String detail) {
        status.setRollbackOnly();
        return Attempt.of(new TakenIn.Refused(finding, detail));
    }

    /** One reading of the file: an outcome, or the context to read it in again. */
    private record Attempt(Optional<TakenIn> outcome, Optional<UploadContext> readAgainAs) {
        static Attempt of(TakenIn outcome) {
            return new Attempt(Optional.of(outcome), Optional.empty());
        }

        static Attempt again(UploadContext context) {
            return new Attempt(Optional.empty(), Optional.of(context));
        }
    }
}
