package jinbo.batch.collect;

import java.util.Arrays;
import java.util.Optional;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.format.Finding;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.Findings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Merges the rows of an upload into the registry. While the upload is read, its rows and findings are written after a
 * savepoint of the database. They are undone unless the whole encrypted and signed file is valid. Locks are taken only
 * after the signature is verified.
 */
@Component
class MergeUpload {

    private final ReadRows readRows;
    private final Findings findings;
    private final FaultPointListener faultPointListener;
    private final TransactionTemplate savepoint;

    MergeUpload(
            ReadRows readRows,
            Findings findings,
            FaultPointListener faultPointListener,
            PlatformTransactionManager transactions) {
        this.readRows = readRows;
        this.findings = findings;
        this.faultPointListener = faultPointListener;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    IngestResult merge(RowUpload upload) {
        UploadEncoding encoding = UploadEncoding.UTF_8;
        Attempt attempt = attempt(upload, encoding);
        if (attempt instanceof Attempt.Again again) {
            encoding = again.encoding();
            attempt = attempt(upload, encoding);
        }
        if (attempt instanceof Attempt.Done done) {
            if (done.outcome() instanceof IngestResult.Held held) {
                rereadFindings(upload, encoding, done.mac(), Optional.of(held));
            }
            return done.outcome();
        }
        throw new IllegalStateException("An upload cannot ask twice to be read in another encoding");
    }

    private Attempt attempt(RowUpload upload, UploadEncoding encoding) {
        return savepoint.execute(status -> {
            FindingWriter found = findings.replace(upload.file().id());
            RowUpload.Staging staging = upload.stage(encoding, found);
            ReadRows.Result uploadReadResult = readRows.read(upload.file(), reportStaged(staging));
            Optional<Attempt> end = endWithoutEffect(uploadReadResult, staging);
            if (end.isPresent()) {
                status.setRollbackOnly();
                return end.get();
            }
            ReadRows.Result.Complete whole = (ReadRows.Result.Complete) uploadReadResult;
            found.flush();
            if (staging.lacksFindings()) {
                rereadFindings(upload, encoding, whole.contentMac(), Optional.empty());
            }
            return new Attempt.Done(staging.takeEffect(whole), whole.contentMac());
        });
    }

    private PlaintextReader<UploadValidationResult> reportStaged(RowUpload.Staging staging) {
        return clear -> {
            UploadValidationResult uploadValidationResult = staging.read(clear);
            faultPointListener.reached(FaultPoint.STAGED);
            return uploadValidationResult;
        };
    }

    private static Optional<Attempt> endWithoutEffect(ReadRows.Result uploadReadResult, RowUpload.Staging staging) {
        if (uploadReadResult instanceof ReadRows.Result.Complete whole) {
            return staging.withoutEffect(whole).map(outcome -> new Attempt.Done(outcome, whole.contentMac()));
        }
        if (uploadReadResult instanceof ReadRows.Result.RetryWithEncoding again) {
            return Optional.of(new Attempt.Again(again.encoding()));
        }
        ReadRows.Result.Refused bad = (ReadRows.Result.Refused) uploadReadResult;
        return Optional.of(new Attempt.Done(new IngestResult.Refused(bad.finding(), bad.detail()), new byte[0]));
    }

    /** Reads the upload again, for findings that are missing or were lost when the savepoint was rolled back. */
    private void rereadFindings(
            RowUpload upload, UploadEncoding encoding, byte[] mac, Optional<IngestResult.Held> held) {
        FindingWriter found = findings.replace(upload.file().id());
        ReadRows.Result uploadReadResult = readRows.read(upload.file(), upload.rereadFindings(encoding, found));
        if (!(uploadReadResult instanceof ReadRows.Result.Complete whole) || !Arrays.equals(whole.contentMac(), mac)) {
            throw new IllegalStateException(
                    "Our copy of " + upload.file().shownName() + " changed between two readings");
        }
        held.ifPresent(outcome -> found.add(Finding.ofFile(outcome.because())));
        found.flush();
    }

    /** The result of reading an upload once: done, or to be read again in another encoding. */
    private sealed interface Attempt {

        record Done(IngestResult outcome, byte[] mac) implements Attempt {}

        record Again(UploadEncoding encoding) implements Attempt {}
    }
}
