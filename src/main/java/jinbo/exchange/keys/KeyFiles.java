package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.UnusableKeyError;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.platform.files.AtomicFolderUpdate;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.stereotype.Component;

/** Reads and writes the files of the association's keys. Refuses files that others can access, and sample keys. */
@Component
class KeyFiles {

    private final KeyPaths paths;
    private final PassphraseSource passphrase;
    private final SampleKeys samples;
    private final PassphraseHashing hashing;
    private final KeyFileCache<SecretKeys> openPgp = new KeyFileCache<>();
    private final KeyFileCache<KeyPair> ssh = new KeyFileCache<>();
    private final KeyFileCache<List<Certificate>> listed = new KeyFileCache<>();

    KeyFiles(Home home, PassphraseSource passphrase, SampleKeys samples, PassphraseHashing hashing) {
        this.paths = new KeyPaths(home.keys());
        this.passphrase = passphrase;
        this.samples = samples;
        this.hashing = hashing;
    }

    /**
     * @throws KeysException if the passphrase is missing or wrong, or the file has a sample key outside a demo
     * @throws UnusableKeyException if the file holds no key
     */
    SecretKeys openPgp(Path file) throws IOException {
        return open(file, openPgp, this::readOpenPgp);
    }

    List<Certificate> certificates(Path file) throws IOException {
        new AtomicFolderUpdate(paths.folder()).finish();
        requireClosed(file);
        List<Certificate> found = listed.get(file, SecretKeys::certificatesIn);
        samples.refuse(
                found.stream()
                        .flatMap(certificate -> certificate.allFingerprints().stream())
                        .toList(),
                KeysError.REPLACE_FILE,
                file);
        return found;
    }

    KeyPair ssh(Path file) throws IOException {
        return open(file, ssh, this::readSsh);
    }

    /**
     * Writes keys, protected by the passphrase of the existing keys. The first key gets the configured passphrase, if
     * any.
     *
     * @throws KeysException if the passphrase of the existing keys is missing or wrong
     */
    void writeNew(SecretKeys keys, Path file) throws IOException {
        Optional<Passphrase> shared = passphraseForNewKeys();
        (shared.isPresent() ? protect(keys, shared.get().characters()) : keys).writeTo(file);
    }

    SecretKeys protect(SecretKeys keys, char[] passphrase) {
        return keys.protectedBy(passphrase, hashing.openPgp());
    }

    byte[] protect(KeyPair keys, char[] passphrase) {
        return SshKeyFile.encode(keys, passphrase, hashing.sshRounds());
    }

    KeyPair generateSsh(Path file) throws IOException {
        Optional<Passphrase> shared = passphraseForNewKeys();
        return new SshKeyFile(file)
                .generate(shared.isPresent() ? shared.get().characters() : new char[0], hashing.sshRounds());
    }

    /** Requires that the passphrase opens the existing keys, because a mistyped one would make the new key unusable. */
    private Optional<Passphrase> passphraseForNewKeys() throws IOException {
        List<Path> present = paths.all();
        Optional<Passphrase> shared = present.isEmpty() ? passphrase.configured() : Optional.empty();
        shared.ifPresent(Passphrase::requireStrong);
        for (Path key : present) {
            boolean isSsh = key.equals(paths.ssh());
            if (isSsh ? new SshKeyFile(key).isProtected() : SecretKeys.isProtectedFile(key)) {
                if (isSsh) {
                    ssh(key);
                } else {
                    openPgp(key);
                }
                shared = Optional.of(passphrase.of(key));
            }
        }
        return shared;
    }

    private <T> T open(Path file, KeyFileCache<T> cache, KeyFileCache.Reader<T> reader) throws IOException {
        // not inside the cache's monitor, for which the thread that has the folder's lock may be waiting
        new AtomicFolderUpdate(paths.folder()).finish();
        requireClosed(file);
        return cache.get(file, reader);
    }

    private static void requireClosed(Path file) throws IOException {
        new OwnerOnlyFile(file.getParent()).requireClosed();
        new OwnerOnlyFile(file).requireClosed();
    }

    private SecretKeys readOpenPgp(Path file) throws IOException {
        certificates(file);
        if (!SecretKeys.isProtectedFile(file)) {
            return SecretKeys.load(file);
        }
        try {
            return SecretKeys.load(file, passphrase.of(file).characters());
        } catch (UnusableKeyException e) {
            throw e.error() == UnusableKeyError.PASSPHRASE ? wrong(file, e) : e;
        }
    }

    private KeyPair readSsh(Path file) throws IOException {
        KeyPair pair = readSsh(new SshKeyFile(file));
        samples.refuse(List.of(new SshPublicKey(pair.getPublic()).fingerprint()), KeysError.REPLACE_FILE, file);
        return pair;
    }

    private KeyPair readSsh(SshKeyFile key) throws IOException {
        if (!key.isProtected()) {
            return key.read();
        }
        Passphrase secret = passphrase.of(key.path());
        try {
            return key.read(secret.characters());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw wrong(key.path(), e);
        }
    }

    private static KeysException wrong(Path file, Exception cause) {
        return new KeysException(KeysError.PASSPHRASE_WRONG, file).causedBy(cause);
    }

    /** Caches the content of key files until they change, because decrypting them takes half a second. */
    private static final class KeyFileCache<T> {

        private final Map<Path, Opened<T>> opened = new HashMap<>();

        @FunctionalInterface
        interface Reader<T> {
            T read(Path file) throws IOException;
        }

        private record Opened<T>(List<Object> attributes, T keys) {}

        synchronized T get(Path file, Reader<T> reader) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            List<Object> attributes = List.of(Optional.ofNullable(now.fileKey()), now.lastModifiedTime(), now.size());
            Opened<T> before = opened.get(file);
            if (before != null && before.attributes().equals(attributes)) {
                return before.keys();
            }
            T keys = reader.read(file);
            opened.put(file, new Opened<>(attributes, keys));
            return keys;
        }
    }
}
