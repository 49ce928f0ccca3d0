package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;

/** A decrypted key; {@code pairs} are its keys with their private halves. That of the primary key may be missing. */
record UnlockedSecretKey(PGPSecretKeyRing ring, List<Pair> pairs, Certificate certificate) {

    UnlockedSecretKey(PGPSecretKeyRing ring, List<Pair> pairs) {
        this(ring, pairs, new Certificate(ring.toCertificate()));
    }

    record Pair(PGPPublicKey publicKey, PGPPrivateKey privateKey) {
        @Override
        public String toString() {
            return "Pair[" + Fingerprint.of(publicKey.getFingerprint()) + "]";
        }
    }

    static UnlockedSecretKey open(PGPSecretKeyRing ring, char[] passphrase) {
        List<Pair> pairs = new ArrayList<>();
        for (PGPSecretKey key : ring) {
            if (!key.isPrivateKeyEmpty()) {
                pairs.add(new Pair(key.getPublicKey(), open(key, passphrase)));
            }
        }
        return new UnlockedSecretKey(ring, List.copyOf(pairs));
    }

    Optional<Pair> pair(long keyId) {
        return pairs.stream()
                .filter(pair -> pair.publicKey().getKeyID() == keyId)
                .findFirst();
    }

    private static PGPPrivateKey open(PGPSecretKey key, char[] passphrase) {
        try {
            return key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new JcaPGPDigestCalculatorProviderBuilder().build())
                            .build(passphrase));
        } catch (PGPException e) {
            throw new UnusableKeyException(UnusableKeyError.PASSPHRASE, Fingerprint.of(key.getFingerprint()))
                    .causedBy(e);
        }
    }

    @Override
    public String toString() {
        return "UnlockedSecretKey" + pairs;
    }
}
