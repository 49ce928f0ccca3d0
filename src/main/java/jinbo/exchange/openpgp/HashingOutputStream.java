package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import jinbo.platform.files.Sha256;

/** Counts and hashes what passes to another stream, which it does not close. */
final class HashingOutputStream extends OutputStream {

    private final OutputStream out;
    private final Sha256 sha256 = new Sha256();

    HashingOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        sha256.add(buffer, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The hash of what has passed, to be gone on with. */
    Sha256 digest() {
        return sha256;
    }

    long size() {
        return sha256.size();
    }

    /** The hash of all that has passed; asked once, at the end. */
    String sha256() {
        return sha256.hex();
    }
}
