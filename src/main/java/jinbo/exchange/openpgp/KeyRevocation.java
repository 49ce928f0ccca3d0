package jinbo.exchange.openpgp;

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

/**
 * What an owner says against its own key, in the key's certificate (RFC 9580, section 5.2.3.31), so that everybody's programs
 * heed it.
 *
 * @param from when the key ends to be used
 * @param compromised whether somebody else has it: then nothing that it ever signed counts
 */
public record KeyRevocation(Instant from, boolean compromised, String reason) {

    /** The revocations in a certificate as one: the first of them, or the harder one. */
    static Optional<KeyRevocation> among(List<PGPSignature> revocations) {
        return revocations.stream()
                .map(KeyRevocation::of)
                .min(Comparator.comparing((KeyRevocation revocation) -> !revocation.compromised)
                        .thenComparing(KeyRevocation::from));
    }

    static KeyRevocation of(PGPSignature signature) {
        RevocationReason said = signature.getHashedSubPackets().getRevocationReason();
        // no reason at all may be the worst one (RFC 9580, section 5.2.3.31)
        return new KeyRevocation(
                SelfSignatures.created(signature),
                said == null || signature.isHardRevocation(),
                said == null ? "" : said.getRevocationDescription());
    }

    PGPSignature by(UnlockedSecretKey.Pair primary) {
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
