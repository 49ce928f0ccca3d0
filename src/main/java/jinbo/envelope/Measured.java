package jinbo.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what passes to another stream, which it does not close. */
final class Measured extends OutputStream {

    private final OutputStream out;
    private final MessageDigest sha256;
    private long size;

    Measured(OutputStream out) {
        this.out = out;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        sha256.update(buffer, offset, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    long size() {
        return size;
    }

    /** The hash of all that has passed; asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
