package jinbo.participant.staff;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** A random text to sign and verify, with a prefix that makes the signature useless in the SSH protocol. */
final class KeyChallenge {

    private static final byte[] CONTEXT = "jinbo proves who acts, version 1\n".getBytes(StandardCharsets.UTF_8);
    private static final int RANDOM_BYTES = 32;

    private final byte[] random = new byte[RANDOM_BYTES];

    KeyChallenge() {
        new SecureRandom().nextBytes(random);
    }

    boolean verify(PrivateKey secret, PublicKey registered) {
        try {
            Signature signing = signature(registered);
            signing.initSigner(null, secret);
            say(signing);
            byte[] signed = signing.sign(null);
            Signature checking = signature(registered);
            checking.initVerifier(null, registered);
            say(checking);
            return checking.verify(null, signed);
        } catch (Exception keysOfDifferentKinds) {
            return false;
        }
    }

    private void say(Signature signature) throws Exception {
        signature.update(null, CONTEXT);
        signature.update(null, random);
    }

    /** The SSH library supports keys of all providers. RSA keys sign with SHA-512 (RFC 8332), never with SHA-1. */
    private static Signature signature(PublicKey key) {
        String kind = KeyUtils.getKeyType(key);
        String algorithm = kind.equals(KeyPairProvider.SSH_RSA) ? BuiltinSignatures.rsaSHA512.getName() : kind;
        Signature signature = NamedFactory.create(BuiltinSignatures.VALUES, algorithm);
        if (signature == null) {
            throw new IllegalArgumentException("no signature for " + kind);
        }
        return signature;
    }
}
