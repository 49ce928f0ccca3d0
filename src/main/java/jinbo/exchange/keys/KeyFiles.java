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
import jinbo.platform.ssh.ProtectedSshKey;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the files of the association's own keys: only what is closed to others, under the passphrase where there is
 * one, and never a sample key outside a demo.
 */
@Component
class KeyFiles {

    private final KeyPaths places;
    private final PassphraseSource passphrase;
    private final SampleKeys samples;
    private final KeyFileCache opened = new KeyFileCache();
    private final KeyFileCache listed = new KeyFileCache();

    /** What is in a file of OpenPGP keys without a passphrase. */
    private record Listed(List<Certificate> certificates) {}

    KeyFiles(Home home, PassphraseSource passphrase, SampleKeys samples) {
        this.places = new KeyPaths(home.keys());
        this.passphrase = passphrase;
        this.samples = samples;
    }

    /**
     * @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others can get at the file
     * @throws jinbo.exchange.openpgp.UnusableKeyException if it holds none
     * @throws KeysException if it has a passphrase and none is told, or a wrong one
     * @throws jinbo.exchange.keys.KeysException if it is a sample key, outside a demo
     */
    SecretKeys openPgp(Path file) throws IOException {
        return open(file, SecretKeys.class, this::readOpenPgp);
    }

    /** The certificates of the OpenPGP keys in a file, for which no passphrase is needed; otherwise as {@link #openPgp}. */
    List<Certificate> certificates(Path file) throws IOException {
        new AtomicFolderUpdate(places.folder()).finish();
        requireClosed(file);
        List<Certificate> found = listed.get(file, Listed.class, read -> new Listed(SecretKeys.certificatesIn(read)))
                .certificates();
        samples.refuse(
                found.stream()
                        .flatMap(certificate -> certificate.allFingerprints().stream())
                        .toList(),
                KeysError.REPLACE_FILE,
                file);
        return found;
    }

    /** Reads an SSH key pair; otherwise as {@link #openPgp}. */
    KeyPair ssh(Path file) throws IOException {
        return open(file, KeyPair.class, this::readSsh);
    }

    /**
     * Writes new OpenPGP keys, under the passphrase of those that are there; the first of all keys under the one that is set, if
     * one is.
     *
     * @throws KeysException if those that are there have one, and it is not told or does not open them
     * @throws jinbo.exchange.openpgp.UnusableKeyException if the file is there already
     */
    void writeNew(SecretKeys keys, Path file) throws IOException {
        Optional<Passphrase> shared = ofNewKeys();
        (shared.isPresent() ? keys.protectedBy(shared.get().characters()) : keys).writeTo(file);
    }

    /** Makes an SSH key pair; otherwise as {@link #writeNew}. */
    KeyPair makeSsh(Path file) throws IOException {
        Optional<Passphrase> shared = ofNewKeys();
        return new ProtectedSshKey(file)
                .generate(shared.isPresent() ? shared.get().characters() : new char[0]);
    }

    /** A passphrase that opens nothing that is there is a slip of the finger, and would lock a new key up for good. */
    private Optional<Passphrase> ofNewKeys() throws IOException {
        List<Path> present = places.all();
        Optional<Passphrase> shared = present.isEmpty() ? passphrase.configured() : Optional.empty();
        shared.ifPresent(Passphrase::requireStrong);
        for (Path key : present) {
            if (isSsh(key) ? new ProtectedSshKey(key).isProtected() : SecretKeys.isProtectedFile(key)) {
                open(key, Object.class, isSsh(key) ? this::readSsh : this::readOpenPgp);
                shared = Optional.of(passphrase.of(key));
            }
        }
        return shared;
    }

    private boolean isSsh(Path key) {
        return key.equals(places.ssh());
    }

    private <T> T open(Path file, Class<T> kind, KeyFileCache.Reader<? extends T> reader) throws IOException {
        // not within the monitor: who has the folder to itself may want that
        new AtomicFolderUpdate(places.folder()).finish();
        requireClosed(file);
        return opened.get(file, kind, reader);
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
        KeyPair pair = readSsh(new ProtectedSshKey(file));
        samples.refuse(List.of(new SshPublicKey(pair.getPublic()).fingerprint()), KeysError.REPLACE_FILE, file);
        return pair;
    }

    private KeyPair readSsh(ProtectedSshKey key) throws IOException {
        if (!key.isProtected()) {
            return SshKeyFile.read(key.path());
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

    /** Keeps what came out of key files until they change: to derive a key from a passphrase costs half a second. */
    static final class KeyFileCache {

        private final Map<Path, Opened> opened = new HashMap<>();

        @FunctionalInterface
        interface Reader<T> {
            T read(Path file) throws IOException;
        }

        /** What came out of a file, as long as it is the same file. */
        private record Opened(List<Object> signs, Object keys) {

            static Opened of(BasicFileAttributes file, Object keys) {
                return new Opened(signs(file), keys);
            }

            boolean isOf(BasicFileAttributes file) {
                return signs.equals(signs(file));
            }

            private static List<Object> signs(BasicFileAttributes file) {
                return List.of(Optional.ofNullable(file.fileKey()), file.lastModifiedTime(), file.size());
            }
        }

        /** What is in a file; it is read if it has changed. */
        synchronized <T> T get(Path file, Class<T> kind, Reader<? extends T> reader) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Optional<Opened> before = Optional.ofNullable(opened.get(file)).filter(known -> known.isOf(now));
            if (before.isPresent()) {
                return kind.cast(before.get().keys());
            }
            T keys = reader.read(file);
            opened.put(file, Opened.of(now, keys));
            return keys;
        }
    }
}
