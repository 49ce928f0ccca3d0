package jinbo.exchange.openpgp;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** What the owner of a certificate says of its time: from when on it signs, when it ends, what is said against it. */
final class CertificateLifetime {

    private final PGPPublicKeyRing ring;
    private final SignatureCache signatureCache;
    private final PGPPublicKey primary;
    private final SelfSignatures signatures;

    CertificateLifetime(PGPPublicKeyRing ring, SignatureCache signatureCache) {
        this.ring = ring;
        this.signatureCache = signatureCache;
        this.primary = ring.getPublicKey();
        this.signatures = new SelfSignatures(primary, CryptoPolicy.standard(), createdAt(), signatureCache);
    }

    Optional<Instant> expiresAt() {
        return new KeyValidity(ring, CryptoPolicy.standard(), createdAt(), signatureCache).primaryEnd();
    }

    Instant signsFrom() {
        return signatures
                .ofPrimary(SignatureSubpacketTags.NOTATION_DATA)
                .flatMap(CertificateLifetime::signsFrom)
                .filter(createdAt()::isBefore)
                .orElseGet(this::createdAt);
    }

    Optional<KeyRevocation> revocation() {
        return KeyRevocation.among(signatures.revocationsOfPrimary());
    }

    /** Whether the primary key is revoked, or a subkey. */
    boolean revokesAnything() {
        boolean some = revocation().isPresent();
        for (PGPPublicKey key : ring) {
            some |= !key.isMasterKey() && !signatures.revocationsOf(key).isEmpty();
        }
        return some;
    }

    /** The same ring where nothing is left off. */
    PGPPublicKeyRing asOf(Instant at) {
        PGPPublicKey stated = primary;
        for (PGPSignature signature : signatures.revocationsOfPrimary()) {
            KeyRevocation said = KeyRevocation.of(signature);
            if (!said.compromised() && said.from().isAfter(at)) {
                stated = PGPPublicKey.removeCertification(stated, signature);
            }
        }
        return stated == primary ? ring : PGPPublicKeyRing.insertPublicKey(ring, stated);
    }

    private Instant createdAt() {
        return primary.getCreationTime().toInstant();
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
}
