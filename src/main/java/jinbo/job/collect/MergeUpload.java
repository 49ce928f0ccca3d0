package jinbo.job.collect;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.Findings;
import jinbo.inbound.HeldDecision;
import jinbo.inbound.InboundFile;
import jinbo.inbound.Verdicts;
import jinbo.insurer.Insurer;
import jinbo.intake.UploadContext;
import jinbo.registry.CommittedBatch;
import jinbo.registry.ComplaintBatch;
import jinbo.registry.Registry;
import jinbo.registry.StagedComplaints;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stages an upload's rows and findings while it is opened, and keeps them only if the envelope was good to the last byte:
 * everything happens behind a savepoint of the caller's transaction.
 */
@Component
class MergeUpload {

    private final OpenUpload openUpload;
    private final Registry registry;
    private final Findings findings;
    private final Verdicts verdicts;
    private final HoldUpload holdUpload;
    private final BatchOf batchOf;
    private final CollectSettings settings;
    private final TransactionTemplate savepoint;

    MergeUpload(
            OpenUpload openUpload,
            Registry registry,
            Findings findings,
            Verdicts verdicts,
            HoldUpload holdUpload,
            BatchOf batchOf,
            CollectSettings settings,
            PlatformTransactionManager transactions) {
        this.openUpload = openUpload;
        this.registry = registry;
        this.findings = findings;
        this.verdicts = verdicts;
        this.holdUpload = holdUpload;
        this.batchOf = batchOf;
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
        Upload upload = new Upload(permit, file, batchOf.upload(file, insurer, registeredAt), release.isPresent());
        UploadContext context =
                UploadContext.firstReading(BusinessTime.dateOf(file.receivedAt()), settings.allNeedsConsent());
        Attempt attempt = attempt(upload, context);
        if (attempt instanceof Attempt.Again again) {
            context = again.context();
            attempt = attempt(upload, context);
        }
        if (attempt instanceof Attempt.Done done) {
            return done.outcome() instanceof TakenIn.Held held ? hold(upload, context, held) : done.outcome();
        }
        throw new IllegalStateException("An upload cannot ask to be read in another encoding twice");
    }

    private Attempt attempt(Upload upload, UploadContext context) {
        return savepoint.execute(status -> {
            StagedComplaints staged = registry.stage(upload.permit(), upload.batch());
            FindingWriter found = findings.replace(upload.file().id());
            Reading reading = openUpload.read(upload.file(), context, new StagingSink(staged, found));
            Attempt attempt;
            if (reading instanceof Reading.Whole whole) {
                attempt = new Attempt.Done(decide(upload, whole, staged));
            } else if (reading instanceof Reading.Again again) {
                attempt = new Attempt.Again(again.context());
            } else {
                Reading.Bad bad = (Reading.Bad) reading;
                attempt = new Attempt.Done(new TakenIn.Refused(bad.finding(), bad.detail()));
            }
            if (attempt.keepsWhatIsStaged()) {
                found.flush();
            } else {
                status.setRollbackOnly();
            }
            return attempt;
        });
    }

    private TakenIn decide(Upload upload, Reading.Whole whole, StagedComplaints staged) {
        Optional<String> twin = twinOf(upload.file(), whole);
        if (twin.isPresent()) {
            return new TakenIn.Refused(Finding.ofFile(FindingCode.ALREADY_RECEIVED), "same content as " + twin.get());
        }
        Optional<FindingCode> hold = upload.released()
                ? Optional.empty()
                : holdUpload.reason(upload.file().insurer(), whole.judged());
        if (hold.isPresent()) {
            return new TakenIn.Held(whole.judged().tally(), hold.get(), whole.contentMac());
        }
        CommittedBatch batch = registry.merge(upload.permit(), staged);
        return new TakenIn.Merged(whole.judged().tally(), staged.effectiveOn(), batch.vouched(), whole.contentMac());
    }

    /** What was staged of a held upload went with the savepoint; it is read once more for what is found in its rows. */
    private TakenIn hold(Upload upload, UploadContext context, TakenIn.Held held) {
        FindingWriter found = findings.replace(upload.file().id());
        Reading reading = openUpload.read(upload.file(), context, new FindingsAlone(found));
        if (!(reading instanceof Reading.Whole whole) || !Arrays.equals(whole.contentMac(), held.mac())) {
            throw new IllegalStateException(
                    "Our copy of " + upload.file().shownName() + " changed between two readings");
        }
        found.add(Finding.ofFile(held.because()));
        found.flush();
        return held;
    }

    /** Nil reports are all alike, and each says anew that there was nothing to report. */
    private Optional<String> twinOf(InboundFile file, Reading.Whole whole) {
        return whole.judged().tally().rows() == 0
                ? Optional.empty()
                : verdicts.otherWithSameContent(file, whole.contentMac());
    }

    /** What is taken in, and under which word. */
    private record Upload(AccessPermit permit, InboundFile file, ComplaintBatch batch, boolean released) {}

    /** One reading of the file and what follows from it. */
    private sealed interface Attempt {
        boolean keepsWhatIsStaged();

        record Done(TakenIn outcome) implements Attempt {
            @Override
            public boolean keepsWhatIsStaged() {
                return outcome instanceof TakenIn.Merged;
            }
        }

        record Again(UploadContext context) implements Attempt {
            @Override
            public boolean keepsWhatIsStaged() {
                return false;
            }
        }
    }
}
