package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Reads a file on a drop; a failure is the drop's, never mistaken for one of the local disk. */
record RemoteReader(InputStream in, Function<IOException, DropException> trouble) implements AutoCloseable {

    /** As {@link InputStream#read(byte[])}: -1 at the end. */
    int read(byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }
}
