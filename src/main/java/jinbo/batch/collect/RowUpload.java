package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;

/** How {@link MergeUpload} reads and merges an upload of rows; each format implements it. */
interface RowUpload {

    InboundFile file();

    /** Begins to stage rows. To discard them, the caller rolls back to a savepoint. */
    Staging stage(UploadEncoding encoding, FindingWriter findings);

    /** Validates the rows again without staging them, and writes all findings in order. */
    PlaintextReader<UploadValidationResult> rereadFindings(UploadEncoding encoding, FindingWriter findings);

    /** One reading that stages rows. It must not block other transactions before {@link #takeEffect}. */
    interface Staging extends PlaintextReader<UploadValidationResult> {

        /** Returns the result if the upload is valid, but is refused or held; empty if it will be ingested. */
        Optional<IngestResult> withoutEffect(ReadRows.Result.Complete whole);

        /** True if the findings of rows without effect are not written yet. */
        default boolean lacksFindings() {
            return false;
        }

        /** Merges the upload; other transactions wait from here until the end of this one. */
        IngestResult takeEffect(ReadRows.Result.Complete whole);
    }
}
