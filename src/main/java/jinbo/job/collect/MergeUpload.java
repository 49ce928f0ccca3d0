package jinbo.job.collect;

import java.util.Arrays;
import jinbo.exchange.Finding;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.Findings;
import jinbo.intake.UploadEncoding;
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

    private final ReadRows readRows;
    private final Findings findings;
    private final TransactionTemplate savepoint;

    MergeUpload(ReadRows readRows, Findings findings, PlatformTransactionManager transactions) {
        this.readRows = readRows;
        this.findings = findings;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Takes an upload in. */
    TakenIn merge(UploadOfRows upload) {
        UploadEncoding encoding = UploadEncoding.UTF_8;
        Attempt attempt = attempt(upload, encoding);
        if (attempt instanceof Attempt.Again again) {
            encoding = again.encoding();
            attempt = attempt(upload, encoding);
        }
        if (attempt instanceof Attempt.Done done) {
            if (upload.findsAnew(done.outcome())) {
                findAnew(upload, encoding, done);
            }
            return done.outcome();
        }
        throw new IllegalStateException("An upload cannot ask to be read in another encoding twice");
    }

    private Attempt attempt(UploadOfRows upload, UploadEncoding encoding) {
        return savepoint.execute(status -> {
            FindingWriter found = findings.replace(upload.file().id());
            UploadOfRows.Staging staging = upload.stage(encoding, found);
            Attempt attempt = attempt(readRows.read(upload.file(), staging), staging);
            if (attempt.keepsWhatIsStaged()) {
                found.flush();
            } else {
                status.setRollbackOnly();
            }
            return attempt;
        });
    }

    private static Attempt attempt(Reading reading, UploadOfRows.Staging staging) {
        if (reading instanceof Reading.Whole whole) {
            return new Attempt.Done(staging.decide(whole), whole.contentMac());
        }
        if (reading instanceof Reading.Again again) {
            return new Attempt.Again(again.encoding());
        }
        Reading.Bad bad = (Reading.Bad) reading;
        return new Attempt.Done(new TakenIn.Refused(bad.finding(), bad.detail()), new byte[0]);
    }

    /** What was staged of a held upload went with the savepoint; it is read once more for what is found in its rows. */
    private void findAnew(UploadOfRows upload, UploadEncoding encoding, Attempt.Done done) {
        FindingWriter found = findings.replace(upload.file().id());
        Reading reading = readRows.read(upload.file(), upload.findAnew(encoding, found));
        if (!(reading instanceof Reading.Whole whole) || !Arrays.equals(whole.contentMac(), done.mac())) {
            throw new IllegalStateException(
                    "Our copy of " + upload.file().shownName() + " changed between two readings");
        }
        if (done.outcome() instanceof TakenIn.Held held) {
            found.add(Finding.ofFile(held.because()));
        }
        found.flush();
    }

    /** One reading of the file and what follows from it. */
    private sealed interface Attempt {
        boolean keepsWhatIsStaged();

        record Done(TakenIn outcome, byte[] mac) implements Attempt {
            @Override
            public boolean keepsWhatIsStaged() {
                return outcome instanceof TakenIn.Merged
                        || outcome instanceof TakenIn.TakenBack
                        || outcome instanceof TakenIn.Answered;
            }
        }

        record Again(UploadEncoding encoding) implements Attempt {
            @Override
            public boolean keepsWhatIsStaged() {
                return false;
            }
        }
    }
}
