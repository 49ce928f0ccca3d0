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
import java.util.function.BooleanSupplier;
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
 * The keys under which numbers are hashed for the access log: one for what was registered, and for what was looked at, in a
 * calendar year, outside the database. With a key all numbers are tried in minutes, so a year's hashes are erased when its key is destroyed.
 */
@Component
public class SubjectKeys {

    private static final int BYTES = 32;
    private static final Pattern KEY = Pattern.compile("(\\d{4})\\.key");
    private static final Pattern DESTROYED = Pattern.compile("(\\d{4})\\.destroyed");

    private final Path folder;
    private final Map<Integer, SecretKeySpec> read = new ConcurrentHashMap<>();

    SubjectKeys(Home home) {
        this.folder = home.keys().resolve("subjects");
    }

    /**
     * A digest of the registrations of a new batch; the first of a year makes the year's key.
     *
     * @param first whether no registrations of that year are registered yet; if there are, a key that is missing was lost, and with
     *     another one nothing of them could be compared any more
     * @throws HomeException if the key cannot be read or made, or was lost
     */
    public RegistrationDigest digestForNewRegistrations(LocalDate registeredOn, BooleanSupplier first) {
        int epoch = registeredOn.getYear();
        if (!read.containsKey(epoch) && !file(epoch).exists() && !first.getAsBoolean()) {
            throw new HomeException(AccessLogError.HASH_KEY_GONE, file(epoch).path(), epoch);
        }
        return new RegistrationDigest(new KeyedHash(read.computeIfAbsent(epoch, this::readOrMake)));
    }

    /**
     * A digest of registrations that were registered before, to compare with the one in the log.
     *
     * @return empty if the key is not there: destroyed with the end of retention, or lost
     * @throws HomeException if the key cannot be read
     */
    public Optional<RegistrationDigest> digestForStoredRegistrations(LocalDate registeredOn) {
        OwnerOnlyFile file = file(registeredOn.getYear());
        return file.exists() ? Optional.of(new RegistrationDigest(new KeyedHash(key(file)))) : Optional.empty();
    }

    /**
     * What stands in the log for a number that is looked at; the first of a year makes the year's key.
     *
     * @param mobile 11 digits
     * @throws HomeException if the key cannot be read or made
     */
    public Subject subjectOf(long mobile, LocalDate on) {
        return subject(mobile, on.getYear(), read.computeIfAbsent(on.getYear(), this::readOrMake));
    }

    /**
     * What may stand in the log for a number: one subject for each key that is still there.
     *
     * @param mobile 11 digits
     * @throws HomeException if a key cannot be read
     */
    public List<Subject> allSubjectsOf(long mobile) {
        return kept().stream()
                .map(epoch -> subject(mobile, epoch, key(file(epoch))))
                .toList();
    }

    /** The years whose keys are there, rising; those of the others were destroyed with the end of retention, or lost. */
    public List<Integer> kept() {
        return years(KEY);
    }

    /** The years of which a file beside the keys says that their keys were destroyed, rising. */
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

    /** @throws HomeException if the key is not there or cannot be read: it was lost, unless it was destroyed */
    public KeyedHash hashOf(int epoch) {
        OwnerOnlyFile file = file(epoch);
        if (!file.exists()) {
            throw new HomeException(AccessLogError.HASH_KEY_NOT_DESTROYED, file.path(), epoch);
        }
        return new KeyedHash(key(file));
    }

    /**
     * What hashes numbers as the key of a day's year does, which is made if it is not there.
     *
     * @throws HomeException if the key cannot be read or made
     */
    public KeyedHash hashOn(LocalDate day) {
        return new KeyedHash(read.computeIfAbsent(day.getYear(), this::readOrMake));
    }

    /**
     * Overwrites a year's key and removes it, after a file beside it says so: the database may come back from a back-up that
     * does not know of it.
     */
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

    private synchronized SecretKeySpec readOrMake(int epoch) {
        OwnerOnlyFile file = file(epoch);
        try {
            if (!file.exists()) {
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
