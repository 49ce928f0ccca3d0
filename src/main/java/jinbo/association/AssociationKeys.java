package jinbo.association;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import jinbo.envelope.Certificate;
import jinbo.envelope.SecretKeys;
import jinbo.home.Home;
import jinbo.home.HomeException;
import org.springframework.stereotype.Component;

/** The association's own keys; a home that has none yet gets its own. */
@Component
public class AssociationKeys {

    private static final String USER_ID = "Jinbo association <exchange@jinbo.invalid>";

    private final Path folder;
    private final KeyFiles files;
    private final Clock clock;

    AssociationKeys(Home home, KeyFiles files, Clock clock) {
        this.folder = home.keys();
        this.files = files;
        this.clock = clock;
    }

    /**
     * The OpenPGP key that uploads are encrypted to and that answers and lists are signed with.
     *
     * @throws HomeException if the key file cannot be read or made
     */
    public synchronized SecretKeys openPgp() {
        Path file = folder.resolve("association.asc");
        try {
            if (!Files.exists(file)) {
                files.writeNew(SecretKeys.generate(USER_ID, clock.instant()), file);
            }
            return files.openPgp(file);
        } catch (IOException e) {
            throw new HomeException(
                    "The association's OpenPGP key cannot be used: see that the file is whole and yours alone",
                    file,
                    e);
        }
    }

    /**
     * The certificate of {@link #openPgp}, for which no passphrase is needed once the key is made.
     *
     * @throws HomeException if the key file cannot be read or made
     */
    public synchronized Certificate certificate() {
        Path file = folder.resolve("association.asc");
        try {
            return Files.exists(file)
                    ? files.certificates(file).get(0)
                    : openPgp().certificate();
        } catch (IOException e) {
            throw new HomeException(
                    "The association's OpenPGP key cannot be used: see that the file is whole and yours alone",
                    file,
                    e);
        }
    }

    /** The key pair that the association logs in to drops with. */
    public synchronized KeyPair ssh() {
        Path file = folder.resolve("association.ssh");
        try {
            return Files.exists(file) ? files.ssh(file) : files.makeSsh(file);
        } catch (IOException e) {
            throw new HomeException(
                    "The association's SSH key cannot be used: see that the file is whole and yours alone", file, e);
        }
    }

    /** The file of the embedded SFTP server's host key. */
    public Path hostKeyFile() {
        return folder.resolve("host.ssh");
    }

    /** The secret under which clear contents are remembered: a plain hash of a short file would give its numbers away. */
    public synchronized ContentKey contentKey() {
        return ContentKey.readOrMake(folder.resolve("content.key"));
    }
}
