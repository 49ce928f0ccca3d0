package jinbo.exchange.openpgp;

import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/** What a key must be allowed to do, and the flags that allow it (RFC 9580, section 5.2.3.29). */
enum KeyUse {
    SIGN(0x02, "sign"),
    ENCRYPT(0x04 | 0x08, "be encrypted to");

    private final int flags;
    private final String verb;

    KeyUse(int flags, String verb) {
        this.flags = flags;
        this.verb = verb;
    }

    boolean allowedBy(int keyFlags) {
        return (keyFlags & flags) != 0;
    }

    /** Whether the key's algorithm is made for it at all, whatever its flags say. */
    boolean suits(PGPPublicKey key) {
        return this == ENCRYPT
                ? key.isEncryptionKey()
                : key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL || !key.isEncryptionKey();
    }

    String verb() {
        return verb;
    }
}
