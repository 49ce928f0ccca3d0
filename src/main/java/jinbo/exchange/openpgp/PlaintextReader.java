package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** Reads the clear content of an envelope while it is being opened. */
@FunctionalInterface
public interface PlaintextReader<T> {

    /**
     * Reads the content, which is <em>not yet verified</em>: side effects must be undone if the envelope is refused.
     * The reader may stop early, need not close the stream, and may pass on or swallow an exception of the stream.
     */
    T read(InputStream clear) throws IOException;
}
