package jinbo.batch.collect;

import jinbo.exchange.format.Finding;

/** What one reading of a sealed upload came to. */
sealed interface UploadReadResult {

    /**
     * The envelope was good to the last byte and every row is judged; rows and findings are staged.
     *
     * @param judged the counts
     * @param contentMac keyed hash of the clear content
     */
    record Whole(UploadValidationResult.Complete judged, byte[] contentMac) implements UploadReadResult {}

    /**
     * Nothing of what was staged may be kept.
     *
     * @param finding why, and where
     * @param detail for operators
     */
    record Bad(Finding finding, String detail) implements UploadReadResult {}

    /**
     * It has another encoding and must be read once more; nothing of what was staged may be kept.
     *
     * @param encoding which
     */
    record Again(UploadEncoding encoding) implements UploadReadResult {}
}
