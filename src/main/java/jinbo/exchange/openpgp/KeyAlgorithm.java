package jinbo.exchange.openpgp;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/** The algorithm and size of a key; {@code curve} is the object identifier, if the algorithm has several curves. */
record KeyAlgorithm(String id, int bits, Optional<String> curve) {

    /** The algorithms with keys of different sizes: RSA, Elgamal and DSA. */
    private static final Set<String> WITH_SIZES = Set.of("1", "2", "3", "16", "17");

    static KeyAlgorithm of(PGPPublicKey key) {
        Optional<String> curve = key.getPublicKeyPacket().getKey() instanceof ECPublicBCPGKey ec
                ? Optional.of(ec.getCurveOID().getId())
                : Optional.empty();
        return new KeyAlgorithm(Integer.toString(key.getAlgorithm()), Math.max(0, key.getBitStrength()), curve);
    }

    boolean hasSizes() {
        return WITH_SIZES.contains(id);
    }

    /** The shortest hash for signatures of this key. GnuPG refuses ECDSA with a hash shorter than the curve. */
    HashFunction leastHash() {
        return HashFunction.ofAtLeast(
                switch (Integer.parseInt(id)) {
                    case PublicKeyAlgorithmTags.ECDSA -> bits;
                    case PublicKeyAlgorithmTags.Ed448 -> 512;
                    default -> 256;
                });
    }

    /** The hash functions of accepted signatures, with the size of their salt in bytes (RFC 9580, section 9.5). */
    enum HashFunction {
        SHA256(8, 256, 16),
        SHA384(9, 384, 24),
        SHA512(10, 512, 32);

        private final int id;
        private final int bits;
        private final int salt;

        HashFunction(int id, int bits, int salt) {
            this.id = id;
            this.bits = bits;
            this.salt = salt;
        }

        static Optional<HashFunction> of(int id) {
            return Arrays.stream(values()).filter(hash -> hash.id == id).findFirst();
        }

        /** The shortest function with at least this many bits; SHA-512 for a curve of 521 bits. */
        static HashFunction ofAtLeast(int bits) {
            return Arrays.stream(values())
                    .filter(hash -> hash.bits >= bits)
                    .findFirst()
                    .orElse(SHA512);
        }

        int id() {
            return id;
        }

        int salt() {
            return salt;
        }
    }
}
