package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import jinbo.exchange.format.UploadColumn.ComplaintColumn;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.Region;

/**
 * Judges a complaint upload from its clear text, in one pass and in memory that does not grow with it but for a bitmap of
 * the numbers seen.
 *
 * @param regions tells where a number belongs, from the table of segments in force
 */
public record ComplaintValidator(Function<Mobile, Region> regions, UploadLimits limits) {

    /**
     * Reads an upload. The stream is read to its end only if the answer is {@link UploadValidationResult.Complete}; for any other the
     * caller, who has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @throws IOException what the stream or the sink throws; never because of what the upload says
     */
    public UploadValidationResult validate(InputStream clear, UploadContext context, RowSink<ComplaintRow> sink)
            throws IOException {
        return new UploadReader(context.encoding(), limits)
                .read(
                        clear,
                        ComplaintColumn.values(),
                        header -> new ComplaintRules(header, context, regions, new RowCounter<>(sink)));
    }
}
