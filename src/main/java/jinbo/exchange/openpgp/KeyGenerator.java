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
 * Generates secret keys. Senders use the features that a key's self-signature advertises, so it advertises only what is
 * tested with GnuPG: no AEAD, for which GnuPG has its own packet, and no version 2 of integrity protection.
 */
final class KeyGenerator {

    /** The notation with the ISO 8601 instant of the first signature ({@code exchange-formats/certificate}). */
    static final String SIGNS_FROM = "signs-from@exchange.jinbo";

    private KeyGenerator() {}

    static PGPSecretKeyRing generate(KeyPlan plan) {
        try {
            PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(4, Date.from(plan.createdAt()));
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
