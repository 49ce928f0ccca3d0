package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes as received: counts them against the limit, and tells a failing disk from a bad envelope. */
final class SealedInputStream extends InputStream {

    private final InputStream in;
    private final long limit;
    private long count;
    private @Nullable IOException failure;

    SealedInputStream(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        count += Math.max(0, read);
        if (count > limit) {
            throw EnvelopeException.tooLarge("The envelope is larger than the " + limit + " bytes allowed");
        }
        return read;
    }

    /** What the source itself threw, if it did: no fault of the envelope. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
