package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;

/**
 * Judges a file of answers to cases from its clear text, in one pass and without keeping its rows. What only the cases know, it
 * leaves open: rows that turn out to answer nothing are added to the refused ones with {@link Tally#refusing}.
 */
public record CaseAnswerValidator(UploadLimits limits) {

    /**
     * Reads a file. The stream is read to its end only if the answer is {@link UploadValidationResult.Complete}; for any other the caller, who
     * has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @param encoding what to read the file as if it has no byte order mark: {@link UploadEncoding#UTF_8} first, then what
     *     {@link UploadValidationResult.RetryWithEncoding} says
     * @throws IOException what the stream or the sink throws; never because of what the file says
     */
    public UploadValidationResult judge(InputStream clear, UploadEncoding encoding, RowSink<CaseAnswerRow> sink)
            throws IOException {
        return new UploadReader(encoding, limits)
                .read(clear, CaseAnswerColumn.values(), header -> new CaseAnswerRules(header, new RowCounter<>(sink)));
    }
}
