package jinbo.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jinbo.envelope.UnusableKeyException.Reason;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** Reads and writes secret keys; what it writes only the owner of the process can read, from the first moment on. */
final class SecretKeyFile {

    private static final int MOST_BYTES = 1 << 20;

    private SecretKeyFile() {}

    static List<OwnKey> read(InputStream in, char[] passphrase) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES);
        PGPSecretKeyRingCollection rings;
        try {
            rings = new PGPSecretKeyRingCollection(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(file)), new BcKeyFingerprintCalculator());
        } catch (PGPException | IOException | RuntimeException e) {
            throw unreadable(e);
        }
        List<OwnKey> keys = new ArrayList<>();
        for (PGPSecretKeyRing ring : rings) {
            keys.add(OwnKey.open(ring, passphrase));
        }
        if (keys.isEmpty()) {
            throw unreadable(new IOException("no secret key packet"));
        }
        return keys;
    }

    static void write(List<OwnKey> keys, Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        boolean posix = whole.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(whole.getParent(), ownerOnly(posix, "rwx------"));
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(whole, options, ownerOnly(posix, "rw-------"));
                OutputStream out = Channels.newOutputStream(channel)) {
            try (ArmoredOutputStream armor =
                    ArmoredOutputStream.builder().clearHeaders().build(out)) {
                for (OwnKey key : keys) {
                    key.ring().encode(armor);
                }
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new UnusableKeyException(
                    Reason.EXISTS, "There is a file already at " + file + "; a secret key is never overwritten", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static UnusableKeyException unreadable(Exception cause) {
        return new UnusableKeyException(
                Reason.UNREADABLE,
                "This is not an OpenPGP secret key; export one with gpg --armor --export-secret-keys FINGERPRINT",
                cause);
    }
}
