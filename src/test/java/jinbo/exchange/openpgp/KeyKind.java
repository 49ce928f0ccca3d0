package jinbo.exchange.openpgp;

import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;

/** The kinds of keys of partners: a version, a pair that signs, a pair that decrypts. */
enum KeyKind {
    RSA_1024(4, pairs -> StoredRsaKeyPairs.load(1024, 1), pairs -> StoredRsaKeyPairs.load(1024, 2)),
    RSA_2048(4, pairs -> StoredRsaKeyPairs.load(2048, 1), pairs -> StoredRsaKeyPairs.load(2048, 2)),
    RSA_3072(4, pairs -> StoredRsaKeyPairs.load(3072, 1), pairs -> StoredRsaKeyPairs.load(3072, 2)),
    ECDSA_P256(4, PGPKeyPairGenerator::generateNistP256ECDSAKeyPair, PGPKeyPairGenerator::generateNistP256ECDHKeyPair),
    ECDSA_P384(4, PGPKeyPairGenerator::generateNistP384ECDSAKeyPair, PGPKeyPairGenerator::generateNistP384ECDHKeyPair),
    ECDSA_P521(4, PGPKeyPairGenerator::generateNistP521ECDSAKeyPair, PGPKeyPairGenerator::generateNistP521ECDHKeyPair),
    EDDSA_LEGACY(
            4, PGPKeyPairGenerator::generateLegacyEd25519KeyPair, PGPKeyPairGenerator::generateLegacyX25519KeyPair),
    ED25519_V4(4, PGPKeyPairGenerator::generateEd25519KeyPair, PGPKeyPairGenerator::generateX25519KeyPair),
    ED448_V4(4, PGPKeyPairGenerator::generateEd448KeyPair, PGPKeyPairGenerator::generateX448KeyPair),
    ED25519_V6(6, PGPKeyPairGenerator::generateEd25519KeyPair, PGPKeyPairGenerator::generateX25519KeyPair),
    ED448_V6(6, PGPKeyPairGenerator::generateEd448KeyPair, PGPKeyPairGenerator::generateX448KeyPair),
    ECDSA_P256_V6(
            6, PGPKeyPairGenerator::generateNistP256ECDSAKeyPair, PGPKeyPairGenerator::generateNistP256ECDHKeyPair);

    private interface Pair {
        PGPKeyPair of(PGPKeyPairGenerator pairs) throws PGPException;
    }

    private final int version;
    private final Pair signing;
    private final Pair decrypting;

    KeyKind(int version, Pair signing, Pair decrypting) {
        this.version = version;
        this.signing = signing;
        this.decrypting = decrypting;
    }

    String description() {
        return this == EDDSA_LEGACY
                ? "EdDSALegacy"
                : name().replaceFirst("_V(\\d)$", ", version $1")
                        .replace("_P", " P-")
                        .replace("ED25519", "Ed25519")
                        .replace("ED448", "Ed448")
                        .replace('_', ' ');
    }

    int version() {
        return version;
    }

    PGPKeyPair signing(PGPKeyPairGenerator pairs) throws PGPException {
        return signing.of(pairs);
    }

    PGPKeyPair decrypting(PGPKeyPairGenerator pairs) throws PGPException {
        return decrypting.of(pairs);
    }
}
