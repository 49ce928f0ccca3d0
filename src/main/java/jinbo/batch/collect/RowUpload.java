package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;

/** An upload of rows: how they are read and merged. */
interface RowUpload {

    InboundFile file();

    /** Begins to stage rows; the caller discards them by rolling back to a savepoint. */
    Staging stage(UploadEncoding encoding, FindingWriter findings);

    /** Validates again without staging and writes all findings in order. */
    PlaintextReader<UploadValidationResult> rereadFindings(UploadEncoding encoding, FindingWriter findings);

    /** One reading with staged rows. It must not block other transactions before {@link #takeEffect}. */
    interface Staging extends PlaintextReader<UploadValidationResult> {

        /** The result of a valid envelope that is refused or held; empty if it is ingested. */
        Optional<IngestResult> withoutEffect(ReadRows.Result.Whole whole);

        /** Whether findings of rows without effect are missing. */
        default boolean lacksFindings() {
            return false;
        }

        /** Merges the upload; other transactions wait from here until the end of this one. */
        IngestResult takeEffect(ReadRows.Result.Whole whole);
    }
}
