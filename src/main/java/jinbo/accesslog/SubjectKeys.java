package jinbo.accesslog;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.disk.OwnerOnly;
import jinbo.disk.OwnerOnlyFile;
import jinbo.home.Home;
import jinbo.home.HomeException;
import org.springframework.stereotype.Component;

/**
 * The keys under which numbers are hashed for the access log: one for the numbers registered in a calendar year, outside the
 * database. With a key all numbers are tried in minutes, so a year's hashes are erased when its key is destroyed.
 */
@Component
public class SubjectKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Path folder;
    private final Map<Integer, SecretKeySpec> read = new ConcurrentHashMap<>();

    SubjectKeys(Home home) {
        this.folder = home.keys().resolve("subjects");
    }

    /**
     * A digest of the acts of a new batch; the first of a year makes the year's key.
     *
     * @param registeredOn the day of registration
     * @throws HomeException if the key cannot be read or made
     */
    public ActsDigest ofNewActs(LocalDate registeredOn) {
        return new ActsDigest(mac(read.computeIfAbsent(registeredOn.getYear(), this::readOrMake)));
    }

    /**
     * A digest of acts that were registered before, to compare with the one in the log.
     *
     * @param registeredOn their day of registration
     * @return empty if the key is not there: destroyed with the end of retention, or lost
     * @throws HomeException if the key cannot be read
     */
    public Optional<ActsDigest> ofKnownActs(LocalDate registeredOn) {
        OwnerOnlyFile file = file(registeredOn.getYear());
        return file.exists() ? Optional.of(new ActsDigest(mac(key(file)))) : Optional.empty();
    }

    private synchronized SecretKeySpec readOrMake(int epoch) {
        OwnerOnlyFile file = file(epoch);
        try {
            if (!file.exists()) {
                OwnerOnly.createFolder(folder);
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                file.writeNew(HexFormat.of().formatHex(secret));
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
        return key(file);
    }

    private static SecretKeySpec key(OwnerOnlyFile file) {
        try {
            return new SecretKeySpec(HexFormat.of().parseHex(file.read().strip()), ALGORITHM);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    private OwnerOnlyFile file(int epoch) {
        return new OwnerOnlyFile(folder.resolve(epoch + ".key"));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    private static HomeException unusable(OwnerOnlyFile file, Exception e) {
        return new HomeException(
                "A key for the access log's hashes cannot be used: see that the file is whole and yours alone",
                file.path(),
                e);
    }
}
