package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn.WithdrawalColumn;
import jinbo.participant.insurer.InsurerCode;

/**
 * Judges a file of withdrawals from its clear text, in one pass and without keeping its rows. What only the registry knows, it
 * leaves open: rows that turn out to take back nothing are added to the refused ones with {@link Tally#refusing}.
 *
 * @param insurer whose file it is; it can take back its own uploads only
 */
public record WithdrawalValidator(InsurerCode insurer, UploadLimits limits) {

    /**
     * Reads a file. The stream is read to its end only if the answer is {@link UploadValidationResult.Complete}; for any other the caller, who
     * has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @param encoding what to read the file as if it has no byte order mark: {@link UploadEncoding#UTF_8} first, then what
     *     {@link UploadValidationResult.RetryWithEncoding} says
     * @throws IOException what the stream or the sink throws; never because of what the file says
     */
    public UploadValidationResult judge(InputStream clear, UploadEncoding encoding, RowSink<WithdrawalRow> sink)
            throws IOException {
        return new UploadReader(encoding, limits)
                .read(
                        clear,
                        WithdrawalColumn.values(),
                        header -> new WithdrawalRules(header, insurer, new RowCounter<>(sink)));
    }
}
