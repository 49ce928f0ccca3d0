package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** Base class of streams that read arrays: reads a single byte as an array of one. */
abstract class BulkInputStream extends InputStream {

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;
}
