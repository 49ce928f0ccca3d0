package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the clear content of an envelope while it is being sealed. */
@FunctionalInterface
public interface ContentWriter {

    /**
     * Writes all of the content; closing the stream is not its business.
     *
     * @throws IOException if the content cannot be had or the envelope not be written
     */
    void writeTo(OutputStream clear) throws IOException;
}
