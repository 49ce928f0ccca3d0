package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** A copy of a certificate with additional statements of its owner. */
public final class OwnerExtendedCertificate {

    private OwnerExtendedCertificate() {}

    public static Certificate of(SecretKeys owner, Certificate copy, Instant at) {
        try {
            UnlockedSecretKey.Pair primary = owner.signingPair(at, CryptoPolicy.standard());
            PGPPublicKey key = primary.publicKey();
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new JcaPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA512), key);
            generator.init(PGPSignature.DIRECT_KEY, primary.privateKey());
            PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
            says.setSignatureCreationTime(false, Date.from(at));
            says.setIssuerFingerprint(false, key);
            says.addNotationData(false, true, "note@yunhe.example", "we have moved");
            generator.setHashedSubpackets(says.generate());
            return copy.with(generator.generateCertification(key));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
