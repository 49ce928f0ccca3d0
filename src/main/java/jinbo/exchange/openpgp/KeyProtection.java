package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;

/**
 * Protects private keys by a passphrase: AES-256 in CFB with a SHA-1 checksum (RFC 9580, section 3.7.2.1, usage 254), under a key
 * that iterated and salted S2K derives. Argon2 and AEAD of the same section would cost a thief more, and GnuPG 2.4 reads neither.
 */
final class KeyProtection {

    /**
     * The coded count for 65,011,712 bytes, the most that S2K can say. The JDK's SHA-256 uses the processor's own where it has one,
     * as a thief's does: what a slower one would cost, only we would pay.
     */
    static final int MOST_ITERATIONS = 0xff;

    private KeyProtection() {}

    /** Whether a private key of it does not open without a passphrase. */
    static boolean isOn(PGPSecretKeyRing ring) {
        for (PGPSecretKey key : ring) {
            if (!key.isPrivateKeyEmpty() && key.getS2KUsage() != SecretKeyPacket.USAGE_NONE) {
                return true;
            }
        }
        return false;
    }

    /**
     * A copy that the passphrase opens.
     *
     * @param passphrase empty for a copy that needs none
     * @param iterations the coded count of S2K (RFC 9580, section 3.7.1.3)
     */
    static UnlockedSecretKey renew(UnlockedSecretKey key, char[] passphrase, int iterations) {
        List<PGPSecretKey> renewed = new ArrayList<>();
        try {
            PGPDigestCalculator checksum =
                    new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1);
            for (PGPSecretKey one : key.ring()) {
                if (one.isPrivateKeyEmpty()) {
                    renewed.add(one);
                } else {
                    UnlockedSecretKey.Pair pair = key.pair(one.getKeyID()).orElseThrow();
                    renewed.add(new PGPSecretKey(
                            pair.privateKey(),
                            pair.publicKey(),
                            checksum,
                            one.isMasterKey(),
                            encryptor(passphrase, iterations)));
                }
            }
        } catch (PGPException e) {
            throw new IllegalStateException("A private key in memory cannot fail to be encrypted", e);
        }
        return new UnlockedSecretKey(new PGPSecretKeyRing(renewed), key.pairs());
    }

    private static PBESecretKeyEncryptor encryptor(char[] passphrase, int iterations) throws PGPException {
        if (passphrase.length == 0) {
            return new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.NULL).build(passphrase);
        }
        return new BcPBESecretKeyEncryptorBuilder(
                        SymmetricKeyAlgorithmTags.AES_256,
                        new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA256),
                        iterations)
                .build(passphrase);
    }
}
