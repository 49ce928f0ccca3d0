package jinbo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A SHA-256 (FIPS 180-4) that grows with what is read or written; it reads as 64 lower-case hex digits. */
public final class Sha256 {

    private static final int BUFFER = 1 << 16;

    /** To look a provider up takes longer than to hash what a tree hashes at a time. */
    private static final MessageDigest OF_NOTHING = ofSun();

    private final MessageDigest digest;
    private long size;

    public Sha256() {
        this(start(), 0);
    }

    private Sha256(MessageDigest digest, long size) {
        this.digest = digest;
        this.size = size;
    }

    /** The JDK's own hash, of the provider SUN, which alone uses the processor's instructions for it. */
    public static MessageDigest start() {
        return copyOf(OF_NOTHING);
    }

    private static MessageDigest ofSun() {
        try {
            return MessageDigest.getInstance("SHA-256", "SUN");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java lacks SHA-256 of the provider SUN", impossible);
        }
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("This Java's SHA-256 cannot be copied", impossible);
        }
    }

    /** Of all that a stream still holds; the stream is not closed. */
    public static String of(InputStream in) throws IOException {
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            hash.add(buffer, 0, read);
        }
        return hash.hex();
    }

    public void add(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        size += length;
    }

    public long size() {
        return size;
    }

    /** Another one of the same, to which something else may be added. */
    public Sha256 copy() {
        return new Sha256(copyOf(digest), size);
    }

    /** A stream that adds all that is written to it. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) {
                add(buffer, offset, length);
            }
        };
    }

    /** The hash of all that was added; asked once, at the end. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public byte[] bytes() {
        return digest.digest();
    }
}
