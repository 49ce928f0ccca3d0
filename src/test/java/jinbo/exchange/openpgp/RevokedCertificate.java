package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** A copy of a certificate that its owner has revoked as compromised. */
public final class RevokedCertificate {

    private RevokedCertificate() {}

    public static Certificate of(SecretKeys owner, Instant at) {
        try {
            UnlockedSecretKey.Pair primary = owner.signingPair(at, CryptoPolicy.standard());
            PGPPublicKey key = primary.publicKey();
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new JcaPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA512), key);
            generator.init(PGPSignature.KEY_REVOCATION, primary.privateKey());
            PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
            says.setSignatureCreationTime(false, Date.from(at));
            says.setIssuerFingerprint(false, key);
            says.setRevocationReason(false, RevocationReasonTags.KEY_COMPROMISED, "stolen");
            generator.setHashedSubpackets(says.generate());
            PGPPublicKeyRing ring = new PGPPublicKeyRing(
                    owner.certificate().encoded(),
                    new org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator());
            return new Certificate(PGPPublicKeyRing.insertPublicKey(
                    ring, PGPPublicKey.addCertification(ring.getPublicKey(), generator.generateCertification(key))));
        } catch (PGPException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
