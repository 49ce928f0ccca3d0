package jinbo.batch.validation;

import java.util.OptionalInt;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;

public sealed interface UploadValidationResult {

    /**
     * The whole file was read.
     *
     * @param longestRun length of the longest run of consecutive numbers, as a dragged spreadsheet cell produces; 0
     *     without numbers
     */
    record Complete(Tally tally, int longestRun) implements UploadValidationResult {}

    /** Nothing of the file may be ingested. The stream was not read to its end. */
    record Refused(Finding finding) implements UploadValidationResult {

        public FindingCode code() {
            return finding.code();
        }

        /** The physical line at which reading ended, if any. */
        public OptionalInt line() {
            return finding.line();
        }
    }

    /** The bytes are invalid in this encoding; the sink's content is void. Read again in the other. */
    record RetryWithEncoding(UploadEncoding encoding) implements UploadValidationResult {}
}
