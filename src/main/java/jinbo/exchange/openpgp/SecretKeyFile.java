package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
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

    static List<UnlockedSecretKey> read(InputStream in, char[] passphrase) throws IOException {
        return rings(in).stream()
                .map(ring -> UnlockedSecretKey.open(ring, passphrase))
                .toList();
    }

    /** What is kept there, with the private halves as they are kept. */
    static List<PGPSecretKeyRing> rings(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES);
        PGPSecretKeyRingCollection rings;
        try {
            rings = new PGPSecretKeyRingCollection(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(file)), new BcKeyFingerprintCalculator());
        } catch (PGPException | IOException | RuntimeException e) {
            throw unreadable(e);
        }
        List<PGPSecretKeyRing> found = new ArrayList<>();
        rings.forEach(found::add);
        if (found.isEmpty()) {
            throw unreadable(new IOException("no secret key packet"));
        }
        return found;
    }

    static void encode(List<UnlockedSecretKey> keys, OutputStream out) throws IOException {
        try (ArmoredOutputStream armor =
                ArmoredOutputStream.builder().clearHeaders().build(out)) {
            for (UnlockedSecretKey key : keys) {
                key.ring().encode(armor);
            }
        }
    }

    static void write(List<UnlockedSecretKey> keys, Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        OwnerOnlyPermissions.createFolder(whole.getParent());
        if (OwnerOnlyPermissions.isOpenToOthers(whole.getParent())) {
            throw new UnusableKeyException(UnusableKeyError.EXPOSED, whole.getParent());
        }
        // a name of its own: another process may be writing the same key's file at this moment
        TemporaryFile temporaryFile =
                new TemporaryFile(whole.resolveSibling(whole.getFileName() + "." + UUID.randomUUID() + ".part"));
        try {
            try (OutputStream out = temporaryFile.create()) {
                encode(keys, out);
            }
            temporaryFile.moveToNew(whole);
            discardOtherDrafts(whole);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw new UnusableKeyException(UnusableKeyError.EXISTS, file).causedBy(e);
        } finally {
            temporaryFile.discard();
        }
    }

    /** What was cut short before holds a secret key that nobody knows; who is still writing one has lost the race by now. */
    private static void discardOtherDrafts(Path whole) throws IOException {
        String begin = whole.getFileName() + ".";
        try (Stream<Path> files = Files.list(whole.getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(begin) && name.endsWith(".part")) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static UnusableKeyException unreadable(Exception cause) {
        return new UnusableKeyException(UnusableKeyError.NOT_A_SECRET_KEY).causedBy(cause);
    }
}
