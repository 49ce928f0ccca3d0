package jinbo.exchange.openpgp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.sig.RevocationReason;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** A revocation of a key; {@code compromised} if somebody else has it, so that all its signatures are invalid. */
public record KeyRevocation(Instant from, boolean compromised, String reason) {

    /** The earliest revocation of a compromised key, or else the earliest of all. */
    static Optional<KeyRevocation> among(List<PGPSignature> revocations) {
        return revocations.stream()
                .map(KeyRevocation::of)
                .min(Comparator.comparing((KeyRevocation revocation) -> !revocation.compromised)
                        .thenComparing(KeyRevocation::from));
    }

    static KeyRevocation of(PGPSignature signature) {
        RevocationReason reason = signature.getHashedSubPackets().getRevocationReason();
        // a missing reason may mean a compromised key (RFC 9580, section 5.2.3.31); its text may be in any encoding
        return new KeyRevocation(
                SelfSignatures.created(signature),
                reason == null || signature.isHardRevocation(),
                reason == null
                        ? ""
                        : new String(reason.getData(), 1, reason.getData().length - 1, StandardCharsets.UTF_8)
                                .replaceAll("\\p{Cntrl}", " "));
    }

    PGPSignature sign(UnlockedSecretKey.Pair primary) {
        PGPPublicKey key = primary.publicKey();
        PGPSignatureSubpacketGenerator statement = new PGPSignatureSubpacketGenerator();
        statement.setSignatureCreationTime(false, Date.from(from));
        statement.setIssuerFingerprint(false, key);
        statement.setRevocationReason(
                false,
                compromised ? RevocationReasonTags.KEY_COMPROMISED : RevocationReasonTags.KEY_SUPERSEDED,
                reason);
        PGPSignatureGenerator signature = new PGPSignatureGenerator(
                new JcaPGPContentSignerBuilder(
                        key.getAlgorithm(), KeyAlgorithm.of(key).leastHash().id()),
                key);
        try {
            signature.init(PGPSignature.KEY_REVOCATION, primary.privateKey());
            signature.setHashedSubpackets(statement.generate());
            return signature.generateCertification(key);
        } catch (PGPException e) {
            throw new IllegalStateException("A key that is open cannot fail to sign", e);
        }
    }
}
