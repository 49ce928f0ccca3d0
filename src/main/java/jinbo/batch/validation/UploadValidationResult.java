package jinbo.batch.validation;

import java.util.OptionalInt;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;

public sealed interface UploadValidationResult {

    /**
     * The file was read to its end and every row is accepted or refused, as far as its text alone can tell.
     *
     * @param longestRun how many numbers, in the order of the file, were each one higher than the one before: what a
     *     spreadsheet makes when somebody drags a cell's corner; 0 where the format has no numbers
     */
    record Complete(Tally tally, int longestRun) implements UploadValidationResult {}

    /**
     * Nothing of the file may be ingested. The stream was not read to its end.
     *
     * @param finding why, and where if it has a place
     */
    record Refused(Finding finding) implements UploadValidationResult {

        public FindingCode code() {
            return finding.code();
        }

        /** The physical line at which reading ended, if there is one to blame. */
        public OptionalInt line() {
            return finding.line();
        }
    }

    /**
     * The bytes are not valid in the encoding that they were read in. The file has to be opened again and judged in
     * another one, and all that the sink was given is void.
     */
    record RetryWithEncoding(UploadEncoding encoding) implements UploadValidationResult {}
}
