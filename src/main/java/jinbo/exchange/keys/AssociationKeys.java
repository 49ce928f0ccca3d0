package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.platform.files.InterProcessMutex;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The association's own OpenPGP and SSH keys. In a home without keys they are generated. */
@Component
@EnableConfigurationProperties(AssociationSettings.class)
public class AssociationKeys {

    static final String USER_ID = "Jinbo association <exchange@jinbo.invalid>";

    private final Path folder;
    private final KeyPaths paths;
    private final KeyFiles secrets;
    private final OpenPgpKeyFiles files;
    private final AssociationSettings settings;
    private final CryptoPolicy policy;
    private final Clock clock;

    AssociationKeys(Home home, KeyFiles secrets, AssociationSettings settings, CryptoPolicy policy, Clock clock) {
        this.folder = home.keys();
        this.secrets = secrets;
        this.paths = new KeyPaths(home.keys());
        this.files = new OpenPgpKeyFiles(paths, secrets);
        this.settings = settings;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws HomeException if a key file cannot be read or created */
    public OpenPgpKeys openPgp() {
        List<OpenPgpKey> keys = files.read(settings.endedKeyOpensFor());
        return new OpenPgpKeys(keys.isEmpty() ? runExclusively(this::readOrGenerate) : keys, policy);
    }

    private List<OpenPgpKey> readOrGenerate() {
        if (files.read(settings.endedKeyOpensFor()).isEmpty()) {
            files.generate(1, new KeyPlan(USER_ID, clock.instant()));
        }
        return files.read(settings.endedKeyOpensFor());
    }

    /**
     * @throws KeysException if the passphrase is missing or wrong
     * @throws HomeException if the file cannot be read or created
     */
    public KeyPair ssh() {
        Path file = paths.ssh();
        try {
            if (Files.exists(file)) {
                return secrets.ssh(file);
            }
            // a new key gets the passphrase of the other keys; ask for it before the lock is taken
            files.read(settings.endedKeyOpensFor()).forEach(OpenPgpKey::secret);
            return new InterProcessMutex(folder)
                    .call(() -> Files.exists(file) ? secrets.ssh(file) : secrets.generateSsh(file));
        } catch (IOException e) {
            throw new HomeException(KeysError.SSH_KEY_UNUSABLE, file).causedBy(e);
        }
    }

    /**
     * Decrypts all keys, so that a missing or wrong passphrase is reported early; the exceptions are those of
     * {@link #ssh}.
     */
    public void requireOpen() {
        openPgp().all().forEach(OpenPgpKey::secret);
        ssh();
    }

    public Path hostKeyFile() {
        return folder.resolve("host.ssh");
    }

    /** The key for keyed hashes of clear content. A hash without key would reveal the numbers in a short file. */
    public synchronized ContentHashKey contentKey() {
        return ContentHashKey.readOrGenerate(folder.resolve("content.key"));
    }

    <T> T runExclusively(InterProcessMutex.Work<T> work) {
        try {
            return new InterProcessMutex(folder).call(work);
        } catch (IOException e) {
            throw new HomeException(KeysError.KEYS_UNCHANGEABLE, folder, String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    OpenPgpKeyFiles files() {
        return files;
    }

    public static final class ContentHashKey {

        private static final String ALGORITHM = "HmacSHA256";
        private static final int BYTES = 32;

        private final SecretKeySpec key;

        private ContentHashKey(byte[] secret) {
            this.key = new SecretKeySpec(secret, ALGORITHM);
        }

        static ContentHashKey readOrGenerate(Path path) {
            OwnerOnlyFile file = new OwnerOnlyFile(path);
            try {
                if (!file.exists()) {
                    byte[] secret = new byte[BYTES];
                    new SecureRandom().nextBytes(secret);
                    file.writeNew(HexFormat.of().formatHex(secret));
                }
                return new ContentHashKey(HexFormat.of().parseHex(file.read().strip()));
            } catch (IOException e) {
                throw new HomeException(KeysError.CONTENT_HASH_KEY_UNUSABLE, path).causedBy(e);
            }
        }

        public Mac newHash() {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
            }
        }
    }
}
