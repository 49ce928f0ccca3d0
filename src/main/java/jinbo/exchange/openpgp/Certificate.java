package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** A public OpenPGP certificate, a partner's or our own: a primary key, its user ids and its subkeys. */
public final class Certificate {

    public static final int MAX_BYTES = 256 * 1024;

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
     * @throws UnusableKeyException if the stream is not one certificate of version 4 or 6, or larger than
     *     {@link #MAX_BYTES}
     */
    public static Certificate parse(InputStream in) throws IOException {
        return new Certificate(CertificateFile.read(in));
    }

    /** @throws UnusableKeyException if the bytes are not exactly one certificate */
    public static Certificate parse(byte[] encoded) {
        try {
            return parse(new ByteArrayInputStream(encoded));
        } catch (IOException e) {
            throw new IllegalStateException("A stream in memory cannot fail", e);
        }
    }

    /** The fingerprint of the primary key, which identifies the certificate. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(ring.getPublicKey().getFingerprint());
    }

    /** The fingerprints of all keys, usable or not; that of the primary key is the first. */
    public List<Fingerprint> allKeys() {
        return keys().stream().map(key -> Fingerprint.of(key.getFingerprint())).toList();
    }

    public List<String> allFingerprints() {
        return allKeys().stream().map(Fingerprint::value).toList();
    }

    /** The user ids, for display only: they are not verified. Bytes that are not UTF-8 are replaced. */
    public List<String> userIds() {
        List<String> ids = new ArrayList<>();
        ring.getPublicKey().getRawUserIDs().forEachRemaining(id -> ids.add(new String(id, StandardCharsets.UTF_8)));
        return List.copyOf(ids);
    }

    public Instant createdAt() {
        return ring.getPublicKey().getCreationTime().toInstant();
    }

    /** When the primary key expires; empty if it never does. Subkeys may expire earlier. */
    public Optional<Instant> expiresAt() {
        return validity(CryptoPolicy.standard(), createdAt()).end(ring.getPublicKey());
    }

    /** When the owner begins to sign with it: the instant in the certificate's notation, or else its creation time. */
    public Instant signsFrom() {
        return selfSignatures()
                .ofPrimary(SignatureSubpacketTags.NOTATION_DATA)
                .flatMap(Certificate::signsFrom)
                .filter(createdAt()::isBefore)
                .orElseGet(this::createdAt);
    }

    private static Optional<Instant> signsFrom(PGPSignature statement) {
        try {
            return Arrays.stream(statement.getHashedSubPackets().getNotationDataOccurrences(KeyGenerator.SIGNS_FROM))
                    .findFirst()
                    .map(notation -> Instant.parse(notation.getNotationValue()));
        } catch (DateTimeParseException noInstant) {
            return Optional.empty();
        }
    }

    public Optional<KeyRevocation> revocation() {
        return KeyRevocation.among(selfSignatures().revocationsOfPrimary());
    }

    /**
     * This certificate without the revocations that take effect later than an instant, because some programs apply them
     * at once. Revocations of compromised keys are kept.
     */
    public Certificate asOf(Instant at) {
        PGPPublicKey primary = ring.getPublicKey();
        PGPPublicKey stated = primary;
        for (PGPSignature signature : selfSignatures().revocationsOfPrimary()) {
            KeyRevocation revocation = KeyRevocation.of(signature);
            if (!revocation.compromised() && revocation.from().isAfter(at)) {
                stated = PGPPublicKey.removeCertification(stated, signature);
            }
        }
        return stated == primary ? this : new Certificate(PGPPublicKeyRing.insertPublicKey(ring, stated));
    }

    /** The keys that may sign at an instant: bound to the primary key, flagged for signing, strong enough, valid. */
    public Set<Fingerprint> signingKeys(Instant at, CryptoPolicy policy) {
        return fingerprints(usableKeys(KeyUse.SIGN, at, policy));
    }

    /** The keys to which may be encrypted at an instant. The first is the newest, which is used. */
    public Set<Fingerprint> encryptionKeys(Instant at, CryptoPolicy policy) {
        return fingerprints(usableKeys(KeyUse.ENCRYPT, at, policy));
    }

    /** @throws UnusableKeyException if both are not copies of the same certificate, or are too large together */
    public Certificate mergedWith(Certificate copy) {
        requireCopy(copy);
        return new Certificate(CertificateMerger.merge(ring, copy.ring));
    }

    /**
     * Adds from a copy only revocations that the owner has signed and that are stricter than the known ones. They need
     * no other proof, because they only reduce trust. If there is no room, they replace signatures that they make
     * irrelevant.
     *
     * @throws UnusableKeyException if both are not copies of the same certificate, or are still too large together
     */
    public Certificate withRevocationsOf(Certificate copy) {
        requireCopy(copy);
        return new Certificate(CertificateMerger.addRevocations(ring, copy.ring));
    }

    /** True if this copy has anything, except revocations, that another copy of the same certificate lacks. */
    public boolean containsMoreThan(Certificate copy) {
        requireCopy(copy);
        return CertificateMerger.containsMore(copy.ring, ring);
    }

    /** True if the owner has revoked any of its keys, even if the revocation takes effect later. */
    public boolean hasRevocations() {
        SelfSignatures signatures = selfSignatures();
        return !signatures.revocationsOfPrimary().isEmpty()
                || keys().stream()
                        .anyMatch(key -> !key.isMasterKey()
                                && !signatures.revocationsOf(key).isEmpty());
    }

    /** True if {@link #withRevocationsOf} would change this copy. */
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

    private SelfSignatures selfSignatures() {
        return new SelfSignatures(ring.getPublicKey(), CryptoPolicy.standard(), createdAt(), signatureCache);
    }

    private static Set<Fingerprint> fingerprints(List<PGPPublicKey> keys) {
        return keys.stream()
                .map(key -> Fingerprint.of(key.getFingerprint()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
