package jinbo.accesslog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.stereotype.Component;

/**
 * The keys for hashing phone numbers, one for each calendar year, outside the database. Whoever has a key can try all
 * numbers in minutes, so destroying it makes the year's hashes anonymous.
 */
@Component
public class SubjectKeys {

    private static final int BYTES = 32;
    private static final Pattern KEY = Pattern.compile("(\\d{4})\\.key");
    private static final Pattern DESTROYED = Pattern.compile("(\\d{4})\\.destroyed");

    private final Path folder;
    private final List<StoredHashes> stored;
    private final Map<Integer, SecretKeySpec> read = new ConcurrentHashMap<>();

    SubjectKeys(Home home, List<StoredHashes> stored) {
        this.folder = home.keys().resolve("subjects");
        this.stored = List.copyOf(stored);
    }

    /** Returns a digest for a new batch, with the hash of {@link #hashOn}. */
    public RegistrationDigest digestForNewRegistrations(LocalDate registeredOn) {
        return new RegistrationDigest(hashOn(registeredOn));
    }

    /** Returns a digest to compare stored registrations with; empty if the key of the year is destroyed or lost. */
    public Optional<RegistrationDigest> digestForStoredRegistrations(LocalDate registeredOn) {
        OwnerOnlyFile file = file(registeredOn.getYear());
        return file.exists() ? Optional.of(new RegistrationDigest(new KeyedHash(key(file)))) : Optional.empty();
    }

    /** Returns the subject of an access to a number of 11 digits, with the hash of {@link #hashOn}. */
    public Subject subjectOf(long mobile, LocalDate on) {
        return subject(mobile, on.getYear(), read.computeIfAbsent(on.getYear(), this::readOrCreate));
    }

    /** Returns the subjects of a number of 11 digits, one for each existing key. */
    public List<Subject> allSubjectsOf(long mobile) {
        return kept().stream()
                .map(epoch -> subject(mobile, epoch, key(file(epoch))))
                .toList();
    }

    /** Returns the years whose key exists, ascending; the keys of other years are destroyed or lost. */
    public List<Integer> kept() {
        return years(KEY);
    }

    List<Integer> markedDestroyed() {
        return years(DESTROYED);
    }

    private List<Integer> years(Pattern named) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> named.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new HomeException(AccessLogError.HASH_KEYS_UNREADABLE, folder).causedBy(e);
        }
    }

    /** @throws HomeException if the key of this year is missing or unreadable */
    public KeyedHash hashOf(int epoch) {
        OwnerOnlyFile file = file(epoch);
        if (!file.exists()) {
            throw new HomeException(AccessLogError.HASH_KEY_NOT_DESTROYED, file.path(), epoch);
        }
        return new KeyedHash(key(file));
    }

    /**
     * Returns the hash with the key of the day's year, which is created if nothing was hashed in that year.
     *
     * @throws HomeException if the key is lost or cannot be read or created
     */
    public KeyedHash hashOn(LocalDate day) {
        return new KeyedHash(read.computeIfAbsent(day.getYear(), this::readOrCreate));
    }

    /** Overwrites and removes a key; first a file beside it records that, because a restored database may not. */
    void destroy(int epoch, LocalDate on) {
        read.remove(epoch);
        OwnerOnlyFile file = file(epoch);
        try {
            new OwnerOnlyFile(folder.resolve(epoch + ".destroyed")).writeNew("destroyed on " + on + "\n");
            file.destroy();
        } catch (IOException e) {
            throw new HomeException(AccessLogError.HASH_KEY_UNDESTROYABLE, file.path()).causedBy(e);
        }
    }

    private static Subject subject(long mobile, int epoch, SecretKeySpec key) {
        return new Subject(epoch, HexFormat.of().formatHex(new KeyedHash(key).of(mobile)));
    }

    private synchronized SecretKeySpec readOrCreate(int epoch) {
        OwnerOnlyFile file = file(epoch);
        try {
            if (!file.exists()) {
                requireUnused(epoch);
                OwnerOnlyPermissions.createFolder(folder);
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                file.writeNew(HexFormat.of().formatHex(secret));
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
        return key(file);
    }

    /** A second key of a year would make the batches of the first one look forged, and hide earlier accesses. */
    private void requireUnused(int epoch) {
        boolean used = markedDestroyed().contains(epoch) || stored.stream().anyMatch(hashes -> hashes.existFor(epoch));
        // another node may have created it meanwhile
        if (used && !file(epoch).exists()) {
            throw new HomeException(AccessLogError.HASH_KEY_GONE, file(epoch).path(), epoch);
        }
    }

    private static SecretKeySpec key(OwnerOnlyFile file) {
        try {
            return new SecretKeySpec(HexFormat.of().parseHex(file.read().strip()), KeyedHash.ALGORITHM);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    private OwnerOnlyFile file(int epoch) {
        return new OwnerOnlyFile(folder.resolve(epoch + ".key"));
    }

    private static HomeException unusable(OwnerOnlyFile file, Exception e) {
        return new HomeException(AccessLogError.HASH_KEY_UNUSABLE, file.path()).causedBy(e);
    }
}
