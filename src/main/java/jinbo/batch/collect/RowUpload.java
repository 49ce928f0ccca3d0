package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;

/** An upload of rows on its way in, whatever its kind: how its rows are read, and what becomes of them. */
interface RowUpload {

    InboundFile file();

    /**
     * Begins a reading whose rows are staged. Who does not keep them rolls back, to a savepoint at least.
     *
     * @param encoding what to read the file as if it has no byte order mark
     */
    Staging stage(UploadEncoding encoding, FindingWriter findings);

    /** Judges once more and stages nothing; what is found in the rows goes to the findings, now whole and in order. */
    PlaintextReader<UploadValidationResult> rereadFindings(UploadEncoding encoding, FindingWriter findings);

    /**
     * One reading whose rows are staged, and what becomes of them. Nobody may have to wait for a file before it takes
     * effect.
     */
    interface Staging extends PlaintextReader<UploadValidationResult> {

        /**
         * What the upload comes to without effect, because it is refused or held; empty if it is ingested. Its
         * envelope is good to the last byte.
         */
        Optional<IngestResult> withoutEffect(ReadRows.Result.Whole whole);

        /** Whether rows that seemed sound are now known to be in vain, so that their findings are missing. */
        default boolean lacksFindings() {
            return false;
        }

        /** Takes the upload in; from here on others wait until the transaction ends. */
        IngestResult takeEffect(ReadRows.Result.Whole whole);
    }
}
