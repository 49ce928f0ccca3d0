package jinbo.exchange.openpgp;

import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/** A use of a key, and the flags that allow it (RFC 9580, section 5.2.3.29). */
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

    /** Whether the key's algorithm supports this use, regardless of its flags. */
    boolean suits(PGPPublicKey key) {
        return this == ENCRYPT
                ? key.isEncryptionKey()
                : key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL || !key.isEncryptionKey();
    }

    String verb() {
        return verb;
    }
}
