package jinbo.association;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.disk.OwnerOnlyFile;
import jinbo.disk.ReplacedTogether;
import jinbo.drop.ProtectedSshKey;
import jinbo.drop.SshKeyFile;
import jinbo.drop.SshPublicKey;
import jinbo.envelope.Certificate;
import jinbo.envelope.SecretKeys;
import jinbo.home.Home;
import jinbo.passphrase.KeyPassphrase;
import jinbo.passphrase.Passphrase;
import jinbo.samplekey.SampleKeys;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the files of the association's own keys: only what is closed to others, under the passphrase where there is
 * one, and never a sample key outside a demo. What was opened is kept until the file changes: a passphrase costs half a second.
 */
@Component
class KeyFiles {

    private static final String REMEDY = "move it away, and the next command makes a key of your own in its place; give"
            + " that to all insurers (key export, key ssh)";

    private final Path folder;
    private final KeyPassphrase passphrase;
    private final SampleKeys samples;
    private final Map<Path, Opened> opened = new HashMap<>();

    KeyFiles(Home home, KeyPassphrase passphrase, SampleKeys samples) {
        this.folder = home.keys();
        this.passphrase = passphrase;
        this.samples = samples;
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

    /** Reads a file that may be read. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Reads OpenPGP keys.
     *
     * @throws jinbo.disk.OpenToOthersException if others can get at the file
     * @throws jinbo.envelope.UnusableKeyException if it holds none, or the passphrase is wrong
     * @throws jinbo.passphrase.PassphraseException if it has a passphrase and none is told
     * @throws jinbo.samplekey.SampleKeyException if it is a sample key, outside a demo
     * @throws IOException of the file
     */
    SecretKeys openPgp(Path file) throws IOException {
        return open(file, SecretKeys.class, this::readOpenPgp);
    }

    /** The certificates of the OpenPGP keys in a file, for which no passphrase is needed; otherwise as {@link #openPgp}. */
    List<Certificate> certificates(Path file) throws IOException {
        requireClosed(file);
        List<Certificate> found = SecretKeys.certificatesIn(file);
        samples.refuse(
                found.stream()
                        .flatMap(certificate -> certificate.allFingerprints().stream())
                        .toList(),
                file + ": " + REMEDY);
        return found;
    }

    /** Reads an SSH key pair; otherwise as {@link #openPgp}. */
    KeyPair ssh(Path file) throws IOException {
        return open(file, KeyPair.class, this::readSsh);
    }

    /**
     * Writes new OpenPGP keys, under the passphrase that is set, if one is.
     *
     * @throws jinbo.envelope.UnusableKeyException if the file is there already
     * @throws IOException of the file
     */
    void writeNew(SecretKeys keys, Path file) throws IOException {
        Optional<Passphrase> set = strongOrNone();
        (set.isPresent() ? keys.protectedBy(set.get().characters()) : keys).writeTo(file);
    }

    /** Makes an SSH key pair; otherwise as {@link #writeNew}. */
    KeyPair makeSsh(Path file) throws IOException {
        Optional<Passphrase> set = strongOrNone();
        return new ProtectedSshKey(file).generate(set.isPresent() ? set.get().characters() : new char[0]);
    }

    private Optional<Passphrase> strongOrNone() throws IOException {
        Optional<Passphrase> set = passphrase.configured();
        set.ifPresent(Passphrase::requireStrong);
        return set;
    }

    private synchronized <T> T open(Path file, Class<T> kind, Reader<T> reader) throws IOException {
        new ReplacedTogether(folder).finish();
        requireClosed(file);
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Optional<Opened> before = Optional.ofNullable(opened.get(file)).filter(known -> known.isOf(now));
        if (before.isPresent()) {
            return kind.cast(before.get().keys());
        }
        T keys = reader.read(file);
        opened.put(file, Opened.of(now, keys));
        return keys;
    }

    private static void requireClosed(Path file) throws IOException {
        new OwnerOnlyFile(file.getParent()).requireClosed();
        new OwnerOnlyFile(file).requireClosed();
    }

    private SecretKeys readOpenPgp(Path file) throws IOException {
        certificates(file);
        return SecretKeys.areProtectedIn(file)
                ? SecretKeys.load(file, passphrase.of(file).characters())
                : SecretKeys.load(file);
    }

    private KeyPair readSsh(Path file) throws IOException {
        ProtectedSshKey key = new ProtectedSshKey(file);
        KeyPair pair = key.isProtected() ? key.read(passphrase.of(file).characters()) : SshKeyFile.read(file);
        samples.refuse(List.of(new SshPublicKey(pair.getPublic()).fingerprint()), file + ": " + REMEDY);
        return pair;
    }
}
