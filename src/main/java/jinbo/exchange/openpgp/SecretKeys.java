package jinbo.exchange.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.SecretKeyFile.KeyProtection;
import org.bouncycastle.openpgp.PGPPublicKey;

/** A party's own secret keys: the current key, which signs and decrypts, and former keys, which only decrypt. */
public final class SecretKeys {

    private final List<UnlockedSecretKey> keys;

    private SecretKeys(List<UnlockedSecretKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @throws UnusableKeyException if there is no key, or the passphrase is wrong */
    public static SecretKeys load(InputStream in, char[] passphrase) throws IOException {
        return new SecretKeys(SecretKeyFile.read(in, passphrase));
    }

    /** @throws UnusableKeyException if there is no key, or a key has a passphrase */
    public static SecretKeys load(Path file) throws IOException {
        return load(file, new char[0]);
    }

    /** @throws UnusableKeyException if there is no key, or the passphrase is wrong */
    public static SecretKeys load(Path file, char[] passphrase) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return load(in, passphrase);
        }
    }

    /**
     * Generates a version 4 key without expiry, which GnuPG 2.2 and later can use: Ed25519 to sign, Curve25519 to
     * decrypt.
     */
    public static SecretKeys generate(String userId, Instant createdAt) {
        return generate(new KeyPlan(userId, createdAt));
    }

    public static SecretKeys generate(KeyPlan plan) {
        return new SecretKeys(List.of(UnlockedSecretKey.open(KeyGenerator.generate(plan), new char[0])));
    }

    /**
     * Returns the certificate of each key in the file, the current key's first. No passphrase is needed.
     *
     * @throws UnusableKeyException if the file holds no secret key
     */
    public static List<Certificate> certificatesIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SecretKeyFile.rings(in).stream()
                    .map(ring -> new Certificate(ring.toCertificate()))
                    .toList();
        }
    }

    /** @throws UnusableKeyException if the file holds no secret key */
    public static boolean isProtectedFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SecretKeyFile.rings(in).stream().anyMatch(KeyProtection::isProtected);
        }
    }

    /**
     * Protects the keys with another passphrase, in a form that GnuPG reads; an empty passphrase removes the
     * protection.
     */
    public SecretKeys protectedBy(char[] passphrase) {
        return protectedBy(passphrase, S2kIterations.MAX);
    }

    /** As {@link #protectedBy(char[])}, with another count of iterations. */
    public SecretKeys protectedBy(char[] passphrase, S2kIterations iterations) {
        return new SecretKeys(keys.stream()
                .map(key -> KeyProtection.protect(key, passphrase, iterations))
                .toList());
    }

    /** Appends former keys. */
    public SecretKeys and(SecretKeys former) {
        List<UnlockedSecretKey> all = new ArrayList<>(keys);
        all.addAll(former.keys);
        return new SecretKeys(all);
    }

    public List<SecretKeys> each() {
        return keys.stream().map(key -> new SecretKeys(List.of(key))).toList();
    }

    public Certificate certificate() {
        return keys.get(0).certificate();
    }

    /**
     * Returns the certificate with one more revocation.
     *
     * @param stated the certificate as last published, including earlier revocations
     * @throws UnusableKeyException if the private half of the primary key is kept elsewhere
     */
    public Certificate revoked(Certificate stated, KeyRevocation revocation) {
        PGPPublicKey primary = stated.keys().get(0);
        UnlockedSecretKey.Pair pair = keys.get(0)
                .pair(primary.getKeyID())
                .orElseThrow(() -> new UnusableKeyException(UnusableKeyError.NO_PRIMARY, stated.fingerprint()));
        return stated.with(revocation.sign(pair));
    }

    /**
     * Writes all keys atomically and durably to a new file that only its owner can read; creates missing folders.
     *
     * @throws UnusableKeyException if the file exists, or its folder is accessible to others
     */
    public void writeTo(Path file) throws IOException {
        SecretKeyFile.write(keys, file);
    }

    public byte[] armored() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SecretKeyFile.encode(keys, out);
        } catch (IOException e) {
            throw new IllegalStateException("A stream in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** The primary fingerprints of all keys; a message to us names one of them as recipient. */
    public Set<Fingerprint> fingerprints() {
        return keys.stream().map(key -> key.certificate().fingerprint()).collect(Collectors.toCollection(TreeSet::new));
    }

    UnlockedSecretKey.Pair signingPair(Instant at, CryptoPolicy policy) {
        return certificate().usableKeys(KeyUse.SIGN, at, policy).stream()
                .map(PGPPublicKey::getKeyID)
                .map(id -> keys.get(0).pair(id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UnusableKeyException(
                        UnusableKeyError.NOT_GOOD_TO_SIGN, certificate().fingerprint(), at));
    }

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
     * What a new key is to be. Times are truncated to seconds, as OpenPGP requires.
     *
     * @param signsFrom when the owner begins to sign with the key, if later than {@code createdAt}
     * @param until when the key expires; empty for never
     */
    public record KeyPlan(String userId, Instant createdAt, Optional<Instant> signsFrom, Optional<Instant> until) {

        /** OpenPGP counts the life of a key in seconds, in four octets (RFC 9580, section 5.2.3.13). */
        public static final Duration LONGEST_LIFE = Duration.ofSeconds(0xFFFF_FFFFL);

        /** @throws IllegalArgumentException if the key would expire before, or when, it begins to sign */
        public KeyPlan {
            createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
            signsFrom = signsFrom.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
            until = until.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
            Instant begin = signsFrom.filter(createdAt::isBefore).orElse(createdAt);
            if (until.filter(end -> !end.isAfter(begin)).isPresent()) {
                throw new IllegalArgumentException("A key that ends at " + until.get() + " cannot sign from " + begin);
            }
        }

        public KeyPlan(String userId, Instant createdAt) {
            this(userId, createdAt, Optional.empty(), Optional.empty());
        }
    }
}
