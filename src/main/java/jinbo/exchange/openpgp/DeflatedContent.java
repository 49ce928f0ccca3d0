package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import jinbo.platform.files.Sha256;

/** Clear content that compresses itself, because it knows better than a general compressor where it repeats itself. */
public interface DeflatedContent {

    /** How many bytes it has in the clear. */
    long length();

    /**
     * Writes all of it twice; closing the streams is not its business.
     *
     * @param clear takes it as it reads, to be signed
     * @param deflated takes blocks of a deflate stream (RFC 1951) that inflate to the same, none of them marked as the last, the
     *     last one ending with a whole byte; it must not refer to what stands before it
     * @throws IOException if the content cannot be had or the envelope not be written
     */
    void writeTo(OutputStream clear, OutputStream deflated) throws IOException;

    /**
     * The same where the clear content need not be seen, because its hash is all that is signed.
     *
     * @return the hash of the clear content, to be gone on with
     */
    default Sha256 deflateTo(OutputStream deflated) throws IOException {
        Sha256 clear = new Sha256();
        writeTo(clear.stream(), deflated);
        return clear;
    }
}
