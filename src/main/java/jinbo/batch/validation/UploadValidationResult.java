package jinbo.batch.validation;

import java.util.OptionalInt;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;

/** The result of validating an upload. */
public sealed interface UploadValidationResult {

    /**
     * All rows were read.
     *
     * @param longestRun how many consecutive phone numbers followed each other at most
     * @param rowsOfOneNumber how many rows have the same number at most
     */
    record Complete(Tally tally, int longestRun, int rowsOfOneNumber) implements UploadValidationResult {}

    /** The file is refused as a whole. The stream was not read to its end. */
    record Refused(Finding finding) implements UploadValidationResult {

        public FindingCode code() {
            return finding.code();
        }

        /** Returns the line of the file at which reading ended, if any. */
        public OptionalInt line() {
            return finding.line();
        }
    }

    /** The bytes are invalid in the tried encoding. Discard what the sink has received, and read again in this one. */
    record RetryWithEncoding(UploadEncoding encoding) implements UploadValidationResult {}
}
