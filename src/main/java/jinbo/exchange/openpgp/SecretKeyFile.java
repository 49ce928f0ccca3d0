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
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;

/** Reads and writes files of secret keys; only the user of the process may have access to such a file. */
final class SecretKeyFile {

    private static final int MAX_BYTES = 1 << 20;

    private SecretKeyFile() {}

    static List<UnlockedSecretKey> read(InputStream in, char[] passphrase) throws IOException {
        return rings(in).stream()
                .map(ring -> UnlockedSecretKey.open(ring, passphrase))
                .toList();
    }

    static List<PGPSecretKeyRing> rings(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MAX_BYTES);
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
        Path target = file.toAbsolutePath();
        OwnerOnlyPermissions.createFolder(target.getParent());
        if (OwnerOnlyPermissions.isOpenToOthers(target.getParent())) {
            throw new UnusableKeyException(UnusableKeyError.EXPOSED, target.getParent());
        }
        // a unique name, because another process may be writing the same file
        TemporaryFile temporaryFile =
                new TemporaryFile(target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part"));
        try {
            try (OutputStream out = temporaryFile.create()) {
                encode(keys, out);
            }
            temporaryFile.moveToNew(target);
            deleteOtherDrafts(target);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw new UnusableKeyException(UnusableKeyError.EXISTS, file).causedBy(e);
        } finally {
            temporaryFile.discard();
        }
    }

    /** Deletes temporary files of interrupted writes, and of other processes that are writing the same file now. */
    private static void deleteOtherDrafts(Path target) throws IOException {
        String begin = target.getFileName() + ".";
        for (Path file : FolderWalk.list(target.getParent())) {
            String name = file.getFileName().toString();
            if (name.startsWith(begin) && name.endsWith(".part")) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static UnusableKeyException unreadable(Exception cause) {
        return new UnusableKeyException(UnusableKeyError.NOT_A_SECRET_KEY).causedBy(cause);
    }

    /**
     * Protects private keys with a passphrase: iterated and salted S2K, AES-256 in CFB and a SHA-1 checksum (RFC 9580,
     * section 3.7.2.1, usage 254). Argon2 and AEAD of the same section would be stronger, but GnuPG 2.4 reads neither.
     * Opens the result at once, because it may replace the only other copy.
     */
    static final class KeyProtection {

        private KeyProtection() {}

        static boolean isProtected(PGPSecretKeyRing ring) {
            for (PGPSecretKey key : ring) {
                if (!key.isPrivateKeyEmpty() && key.getS2KUsage() != SecretKeyPacket.USAGE_NONE) {
                    return true;
                }
            }
            return false;
        }

        static UnlockedSecretKey protect(UnlockedSecretKey key, char[] passphrase, S2kIterations iterations) {
            List<PGPSecretKey> copies = new ArrayList<>();
            try {
                PGPDigestCalculator checksum =
                        new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1);
                for (PGPSecretKey one : key.ring()) {
                    if (one.isPrivateKeyEmpty()) {
                        copies.add(one);
                    } else {
                        UnlockedSecretKey.Pair pair = key.pair(one.getKeyID()).orElseThrow();
                        copies.add(new PGPSecretKey(
                                pair.privateKey(),
                                pair.publicKey(),
                                checksum,
                                one.isMasterKey(),
                                encryptor(passphrase, iterations)));
                    }
                }
                return UnlockedSecretKey.open(new PGPSecretKeyRing(copies), passphrase);
            } catch (PGPException | UnusableKeyException e) {
                throw new IllegalStateException("A newly protected key does not open and is not stored", e);
            }
        }

        private static PBESecretKeyEncryptor encryptor(char[] passphrase, S2kIterations iterations)
                throws PGPException {
            if (passphrase.length == 0) {
                return new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.NULL).build(passphrase);
            }
            return new BcPBESecretKeyEncryptorBuilder(
                            SymmetricKeyAlgorithmTags.AES_256,
                            new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA256),
                            iterations.coded())
                    .build(passphrase);
        }
    }
}
