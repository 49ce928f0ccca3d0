package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** Reads the clear content of an envelope while it is being opened. */
@FunctionalInterface
public interface PlaintextReader<T> {

    /**
     * Reads the content, which is <em>not yet verified</em>: what is returned is released only when it is. What it does
     * besides must be undone if the opening is refused. It may stop early and need not close the stream.
     *
     * @throws IOException of the reader's own; an error of the stream itself may be passed on or swallowed alike
     */
    T read(InputStream clear) throws IOException;
}
