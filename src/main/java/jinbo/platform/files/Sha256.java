package jinbo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** An incremental SHA-256 (FIPS 180-4). Its text form is 64 lower-case hex digits. */
public final class Sha256 {

    /** The hash of no bytes. It stands for a file that is too large to be fetched ({@code receipt/v1}). */
    public static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Is cloned, because looking up the provider takes longer than hashing a node of a tree. */
    private static final MessageDigest EMPTY = create();

    private final MessageDigest digest;
    private long size;

    public Sha256() {
        this(start(), 0);
    }

    private Sha256(MessageDigest digest, long size) {
        this.digest = digest;
        this.size = size;
    }

    /** A new digest of the provider SUN, the only one that uses the processor's SHA instructions. */
    public static MessageDigest start() {
        return copyOf(EMPTY);
    }

    private static MessageDigest create() {
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

    /** The hash of the rest of a stream; leaves the stream open. */
    public static String of(InputStream in) throws IOException {
        Sha256 hash = new Sha256();
        in.transferTo(hash.stream());
        return hash.hex();
    }

    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    public void add(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        size += length;
    }

    public long size() {
        return size;
    }

    public Sha256 copy() {
        return new Sha256(copyOf(digest), size);
    }

    /** A stream that adds all bytes written to it. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) {
                add(buffer, offset, length);
            }
        };
    }

    /** Finishes the hash; call it once. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public byte[] bytes() {
        return digest.digest();
    }
}
