package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** A public OpenPGP certificate, a partner's or our own: a primary key, its user ids and its subkeys. */
public final class Certificate {

    /** How many bytes one may have at most in binary form. */
    public static final int MOST_BYTES = 256 * 1024;

    private final PGPPublicKeyRing ring;
    private final byte[] encoded;
    private final SignatureCache signatureCache = new SignatureCache();

    Certificate(PGPPublicKeyRing ring) {
        this.ring = ring;
        try {
            this.encoded = ring.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("A certificate in memory cannot fail to be written", e);
        }
    }

    /**
     * Reads exactly one certificate, of version 4 or 6, binary or armored, of 256 KiB in binary form at most.
     *
     * @throws UnusableKeyException if it is anything else, a secret key above all
     */
    public static Certificate parse(InputStream in) throws IOException {
        return new Certificate(CertificateFile.read(in));
    }

    /**
     * Reads what {@link #encoded} gave.
     *
     * @throws UnusableKeyException if it is anything else
     */
    public static Certificate parse(byte[] encoded) {
        try {
            return parse(new ByteArrayInputStream(encoded));
        } catch (IOException e) {
            throw new IllegalStateException("A stream in memory cannot fail", e);
        }
    }

    /** The fingerprint of the primary key, by which the certificate is known. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(ring.getPublicKey().getFingerprint());
    }

    /** The fingerprints of all its keys, the primary key's first, whatever they are good for. */
    public List<Fingerprint> allKeys() {
        return keys().stream().map(key -> Fingerprint.of(key.getFingerprint())).toList();
    }

    /** The same as plain text, for who knows no OpenPGP. */
    public List<String> allFingerprints() {
        return allKeys().stream().map(Fingerprint::value).toList();
    }

    /** The user ids in it, for people to read; nothing proves them. */
    public List<String> userIds() {
        List<String> ids = new ArrayList<>();
        ring.getPublicKey().getUserIDs().forEachRemaining(ids::add);
        return List.copyOf(ids);
    }

    public Instant createdAt() {
        return ring.getPublicKey().getCreationTime().toInstant();
    }

    /** When the primary key ends; empty if it never does. Subkeys may end earlier. */
    public Optional<Instant> expiresAt() {
        return said().expiresAt();
    }

    /** From when on its owner signs with it: by its own statement, else since the primary key was made. */
    public Instant signsFrom() {
        return said().signsFrom();
    }

    /** What its owner says against it, be it for a later time. */
    public Optional<KeyRevocation> revocation() {
        return said().revocation();
    }

    /**
     * The certificate without what is said against it for a time after an instant: programs differ in whether they heed that at
     * once. A compromised key is so at any time.
     */
    public Certificate asOf(Instant at) {
        PGPPublicKeyRing stated = said().asOf(at);
        return stated == ring ? this : new Certificate(stated);
    }

    /** The keys that may sign at an instant: bound, flagged, neither expired nor revoked, strong enough. */
    public Set<Fingerprint> signingKeys(Instant at, CryptoPolicy policy) {
        return fingerprints(usableKeys(KeyUse.SIGN, at, policy));
    }

    /** The keys that may be encrypted to at an instant, likewise; the newest first, which is the one that is used. */
    public Set<Fingerprint> encryptionKeys(Instant at, CryptoPolicy policy) {
        return fingerprints(usableKeys(KeyUse.ENCRYPT, at, policy));
    }

    /**
     * This copy and another one of the same certificate as one, so that nothing in either is lost: no new key, no later
     * expiry, and above all no revocation.
     *
     * @throws UnusableKeyException if they are of two certificates, or too large together
     */
    public Certificate mergedWith(Certificate copy) {
        requireCopy(copy);
        return new Certificate(CertificateMerger.of(ring, copy.ring));
    }

    /**
     * This copy, and of another one only the revocations in it that the owner has signed and that are harder than those here;
     * equal to this one where there are none. They prove themselves, and take trust away and never give any. Where there is no
     * room, what they make idle goes.
     *
     * @throws UnusableKeyException if they are of two certificates, or too large together all the same
     */
    public Certificate withRevocationsOf(Certificate copy) {
        requireCopy(copy);
        return new Certificate(CertificateMerger.withRevocationsOf(ring, copy.ring));
    }

    /**
     * Whether this copy holds anything that another one lacks, except revocations.
     *
     * @throws UnusableKeyException if they are of two certificates
     */
    public boolean containsMoreThan(Certificate copy) {
        requireCopy(copy);
        return CertificateMerger.containsMore(copy.ring, ring);
    }

    /** Whether its owner has revoked it, or a key in it, be it for a later time. */
    public boolean hasRevocations() {
        return said().revokesAnything();
    }

    /**
     * Whether a copy of it holds a revocation that the owner has signed and this one does not know.
     *
     * @throws UnusableKeyException if they are of two certificates, or too large together
     */
    public boolean gainsRevocationsFrom(Certificate copy) {
        return !withRevocationsOf(copy).equals(this);
    }

    private void requireCopy(Certificate copy) {
        if (!copy.fingerprint().equals(fingerprint())) {
            throw new UnusableKeyException(UnusableKeyError.NOT_A_COPY, copy.fingerprint(), fingerprint());
        }
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    public String armored() {
        return CertificateFile.armored(encoded);
    }

    Certificate with(PGPSignature ofPrimary) {
        return new Certificate(
                PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(ring.getPublicKey(), ofPrimary)));
    }

    KeyValidity validity(CryptoPolicy policy, Instant at) {
        return new KeyValidity(ring, policy, at, signatureCache);
    }

    List<PGPPublicKey> keys() {
        List<PGPPublicKey> keys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(keys::add);
        return keys;
    }

    List<PGPPublicKey> usableKeys(KeyUse use, Instant at, CryptoPolicy policy) {
        KeyValidity validity = validity(policy, at);
        return keys().stream()
                .filter(key -> validity.fault(key, use).isEmpty())
                .sorted(Comparator.comparing(PGPPublicKey::getCreationTime).reversed())
                .toList();
    }

    private CertificateLifetime said() {
        return new CertificateLifetime(ring, signatureCache);
    }

    private static Set<Fingerprint> fingerprints(List<PGPPublicKey> keys) {
        Set<Fingerprint> found = new LinkedHashSet<>();
        keys.forEach(key -> found.add(Fingerprint.of(key.getFingerprint())));
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate certificate && Arrays.equals(encoded, certificate.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "Certificate[" + fingerprint() + "]";
    }
}
