package jinbo.exchange.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.exchange.openpgp.SecretKeyFile.KeyProtection;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * Our own keys: the current one, which signs, and former ones that still decrypt. The private halves never leave the
 * package, except to a file.
 */
public final class SecretKeys {

    private final List<UnlockedSecretKey> keys;

    private SecretKeys(List<UnlockedSecretKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads one or more secret keys, armored or binary, that have no passphrase; the first is the current one.
     *
     * @throws UnusableKeyException if there is none, or it has a passphrase
     */
    public static SecretKeys load(InputStream in) throws IOException {
        return load(in, new char[0]);
    }

    /**
     * Reads one or more secret keys that share a passphrase.
     *
     * @throws UnusableKeyException if there is none, or the passphrase is wrong
     */
    public static SecretKeys load(InputStream in, char[] passphrase) throws IOException {
        return new SecretKeys(SecretKeyFile.read(in, passphrase));
    }

    /** @throws UnusableKeyException if there is none, or it has a passphrase */
    public static SecretKeys load(Path file) throws IOException {
        return load(file, new char[0]);
    }

    /** @throws UnusableKeyException if there is none, or the passphrase is wrong */
    public static SecretKeys load(Path file, char[] passphrase) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return load(in, passphrase);
        }
    }

    /**
     * Makes a key that GnuPG from 2.2 on can use: Ed25519 that signs and Curve25519 that decrypts, in the encodings of
     * version 4, without an end.
     */
    public static SecretKeys generate(String userId, Instant createdAt) {
        return generate(new KeyPlan(userId, createdAt));
    }

    public static SecretKeys generate(KeyPlan plan) {
        return new SecretKeys(List.of(UnlockedSecretKey.open(KeyGenerator.make(plan), new char[0])));
    }

    /**
     * The certificates of the secret keys in a file, for which no passphrase is needed.
     *
     * @return at least one; the first is that of the current key
     * @throws UnusableKeyException if it holds no secret key
     */
    public static List<Certificate> certificatesIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SecretKeyFile.rings(in).stream()
                    .map(ring -> new Certificate(ring.toCertificate()))
                    .toList();
        }
    }

    /** @throws UnusableKeyException if it holds no secret key */
    public static boolean isProtectedFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SecretKeyFile.rings(in).stream().anyMatch(KeyProtection::isOn);
        }
    }

    /**
     * The same keys, to be written under another passphrase, in a form that GnuPG reads.
     *
     * @param passphrase empty to write them open; not kept
     */
    public SecretKeys protectedBy(char[] passphrase) {
        return protectedBy(passphrase, KeyProtection.MOST_ITERATIONS);
    }

    SecretKeys protectedBy(char[] passphrase, int iterations) {
        return new SecretKeys(keys.stream()
                .map(key -> KeyProtection.renew(key, passphrase, iterations))
                .toList());
    }

    /** These keys, and others behind them that still decrypt. */
    public SecretKeys and(SecretKeys former) {
        List<UnlockedSecretKey> all = new ArrayList<>(keys);
        all.addAll(former.keys);
        return new SecretKeys(all);
    }

    public List<SecretKeys> each() {
        return keys.stream().map(key -> new SecretKeys(List.of(key))).toList();
    }

    /** The certificate of the current key. */
    public Certificate certificate() {
        return keys.get(0).certificate();
    }

    /**
     * The certificate of the current key with its revocation, signed by itself.
     *
     * @param stated the certificate as it is given out, with what was said before
     * @throws UnusableKeyException if the private half of the primary key is kept elsewhere
     */
    public Certificate revoked(Certificate stated, KeyRevocation revocation) {
        PGPPublicKey primary = stated.keys().get(0);
        UnlockedSecretKey.Pair pair = keys.get(0)
                .pair(primary.getKeyID())
                .orElseThrow(() -> new UnusableKeyException(UnusableKeyError.NO_PRIMARY, stated.fingerprint()));
        return stated.with(revocation.by(pair));
    }

    /**
     * Writes all keys, armored, to a new file that only its owner can read; folders that are missing are made alike.
     * The private halves are protected by the passphrase with which they were loaded, or not at all.
     * The file appears whole and durable, or not at all.
     *
     * @throws UnusableKeyException if the file is there already, or others can get into its folder
     */
    public void writeTo(Path file) throws IOException {
        SecretKeyFile.write(keys, file);
    }

    /** What {@link #writeTo} writes, for one who writes it. */
    public byte[] armored() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SecretKeyFile.encode(keys, out);
        } catch (IOException e) {
            throw new IllegalStateException("A stream in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** The primary fingerprints of all keys, by which an intended recipient is named. */
    public Set<Fingerprint> fingerprints() {
        Set<Fingerprint> all = new TreeSet<>();
        keys.forEach(key -> all.add(key.certificate().fingerprint()));
        return all;
    }

    /** The newest key of the current certificate that may sign at an instant. */
    UnlockedSecretKey.Pair signingPair(Instant at, CryptoPolicy policy) {
        return certificate().usableKeys(KeyUse.SIGN, at, policy).stream()
                .map(PGPPublicKey::getKeyID)
                .map(id -> keys.get(0).pair(id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UnusableKeyException(
                        UnusableKeyError.NOT_GOOD_TO_SIGN, certificate().fingerprint(), at));
    }

    /** The pairs that may open a session key. */
    List<UnlockedSecretKey.Pair> decryptingPairs() {
        return keys.stream()
                .flatMap(key -> key.pairs().stream())
                .filter(pair -> pair.publicKey().isEncryptionKey())
                .toList();
    }

    @Override
    public String toString() {
        return "SecretKeys" + fingerprints();
    }

    /**
     * What a new key is to say of itself; times are kept to the second, as OpenPGP does.
     *
     * @param signsFrom from when on its owner signs with it, where that is later than its making
     */
    public record KeyPlan(String userId, Instant createdAt, Optional<Instant> signsFrom, Optional<Instant> until) {

        /** @throws IllegalArgumentException if it would end before it is made, or before it signs */
        public KeyPlan {
            createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
            signsFrom = signsFrom.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
            until = until.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
            Instant begin = signsFrom.filter(createdAt::isBefore).orElse(createdAt);
            if (until.filter(end -> !end.isAfter(begin)).isPresent()) {
                throw new IllegalArgumentException("A key that ends at " + until.get() + " cannot sign from " + begin);
            }
        }

        /** A key that signs at once and has no end. */
        public KeyPlan(String userId, Instant createdAt) {
            this(userId, createdAt, Optional.empty(), Optional.empty());
        }
    }
}
