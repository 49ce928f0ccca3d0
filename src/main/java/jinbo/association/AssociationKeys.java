package jinbo.association;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.KeyPlan;
import jinbo.home.Home;
import jinbo.home.HomeException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The association's own keys; a home that has none yet gets its own. */
@Component
@EnableConfigurationProperties(AssociationSettings.class)
public class AssociationKeys {

    static final String USER_ID = "Jinbo association <exchange@jinbo.invalid>";

    private final Path folder;
    private final KeyFiles secrets;
    private final OpenPgpKeyFiles files;
    private final AssociationSettings settings;
    private final CryptoPolicy policy;
    private final Clock clock;

    AssociationKeys(Home home, KeyFiles secrets, AssociationSettings settings, CryptoPolicy policy, Clock clock) {
        this.folder = home.keys();
        this.secrets = secrets;
        this.files = new OpenPgpKeyFiles(home.keys(), secrets);
        this.settings = settings;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The OpenPGP keys that uploads are encrypted to and that answers and lists are signed with, as they lie in the home at
     * this moment.
     *
     * @throws HomeException if a key file cannot be read or made
     */
    public synchronized OpenPgpKeys openPgp() {
        List<OpenPgpKey> keys = files.read(settings.endedKeyOpensFor());
        if (keys.isEmpty()) {
            files.make(1, new KeyPlan(USER_ID, clock.instant()));
            keys = files.read(settings.endedKeyOpensFor());
        }
        return new OpenPgpKeys(keys, policy);
    }

    /** The key pair that the association logs in to drops with. */
    public synchronized KeyPair ssh() {
        Path file = folder.resolve("association.ssh");
        try {
            return Files.exists(file) ? secrets.ssh(file) : secrets.makeSsh(file);
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

    OpenPgpKeyFiles files() {
        return files;
    }
}
