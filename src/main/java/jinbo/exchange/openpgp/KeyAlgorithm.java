package jinbo.exchange.openpgp;

import java.util.Optional;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.openpgp.PGPPublicKey;

/** @param curve object identifier of its curve, where the algorithm leaves that open */
record KeyAlgorithm(String id, int bits, Optional<String> curve) {

    private static final int LAST_OF_RSA = 3;
    private static final int ELGAMAL = 16;
    private static final int DSA = 17;
    private static final int ECDSA = 19;

    static KeyAlgorithm of(PGPPublicKey key) {
        Optional<String> curve = key.getPublicKeyPacket().getKey() instanceof ECPublicBCPGKey ec
                ? Optional.of(ec.getCurveOID().getId())
                : Optional.empty();
        return new KeyAlgorithm(Integer.toString(key.getAlgorithm()), Math.max(0, key.getBitStrength()), curve);
    }

    boolean hasSizes() {
        int number = Integer.parseInt(id);
        return number <= LAST_OF_RSA || number == ELGAMAL || number == DSA;
    }

    /** The shortest hash that suits it: GnuPG refuses an ECDSA signature whose hash is shorter than the curve. */
    HashFunction leastHash() {
        int number = Integer.parseInt(id);
        boolean long448 = number == org.bouncycastle.bcpg.PublicKeyAlgorithmTags.Ed448;
        int wanted = number == ECDSA ? bits : long448 ? 512 : 256;
        return HashFunction.ofAtLeast(wanted);
    }
}
