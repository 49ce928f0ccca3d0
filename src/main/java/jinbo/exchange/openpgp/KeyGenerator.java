package jinbo.exchange.openpgp;

import java.time.Duration;
import java.util.Date;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/**
 * Makes a new secret key. What its self-signature advertises is what senders will use, so it names nothing beyond what
 * was tested with GnuPG: no AEAD, for which GnuPG has a packet of its own, and no version 2 of integrity protection.
 */
final class KeyGenerator {

    /**
     * The notation by which a key says from when on its owner signs with it: an instant as of ISO 8601
     * ({@code exchange-formats/certificate}).
     */
    static final String SIGNS_FROM = "signs-from@exchange.jinbo";

    private KeyGenerator() {}

    static PGPSecretKeyRing make(KeyPlan plan) {
        try {
            Date born = Date.from(plan.createdAt());
            PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(4, born);
            PGPKeyPair primary = pairs.generateLegacyEd25519KeyPair();
            PGPKeyPair decrypting = pairs.generateLegacyX25519KeyPair();
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    plan.userId(),
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                    ofPrimary(primary.getPublicKey(), plan),
                    null,
                    new JcaPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                    null);
            PGPSignatureSubpacketGenerator binding = statement(primary.getPublicKey(), plan);
            binding.setKeyFlags(false, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
            ring.addSubKey(decrypting, binding.generate(), null);
            return ring.generateSecretKeyRing();
        } catch (PGPException e) {
            throw new IllegalStateException("This Java cannot make an Ed25519 key", e);
        }
    }

    private static PGPSignatureSubpacketVector ofPrimary(PGPPublicKey primary, KeyPlan plan) {
        PGPSignatureSubpacketGenerator statement = statement(primary, plan);
        plan.signsFrom().ifPresent(from -> statement.addNotationData(false, true, SIGNS_FROM, from.toString()));
        statement.setKeyFlags(false, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        statement.setPreferredSymmetricAlgorithms(false, new int[] {
            SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_128
        });
        statement.setPreferredHashAlgorithms(
                false, new int[] {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA256});
        statement.setPreferredCompressionAlgorithms(false, new int[] {
            CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.BZIP2
        });
        statement.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        return statement.generate();
    }

    private static PGPSignatureSubpacketGenerator statement(PGPPublicKey primary, KeyPlan plan) {
        PGPSignatureSubpacketGenerator statement = new PGPSignatureSubpacketGenerator();
        statement.setSignatureCreationTime(false, Date.from(plan.createdAt()));
        plan.until()
                .ifPresent(end -> statement.setKeyExpirationTime(
                        false, Duration.between(plan.createdAt(), end).toSeconds()));
        statement.setIssuerFingerprint(false, primary);
        return statement;
    }
}
