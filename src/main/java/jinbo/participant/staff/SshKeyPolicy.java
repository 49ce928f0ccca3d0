package jinbo.participant.staff;

import java.util.Set;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** The kinds of SSH keys that prove who somebody is; keys on a token cannot be read from a file, and DSA is too weak. */
final class SshKeyPolicy {

    private static final Set<String> KINDS = Set.of(
            KeyPairProvider.SSH_ED25519,
            KeyPairProvider.ECDSA_SHA2_NISTP256,
            KeyPairProvider.ECDSA_SHA2_NISTP384,
            KeyPairProvider.ECDSA_SHA2_NISTP521,
            KeyPairProvider.SSH_RSA);

    /** What ssh-keygen makes of its own accord, and NIST SP 800-57 asks for beyond 2030. */
    private static final int RSA_BITS = 3072;

    private SshKeyPolicy() {}

    static void require(SshPublicKey key) {
        String kind = KeyUtils.getKeyType(key.key());
        int bits = KeyUtils.getKeySize(key.key());
        if (!KINDS.contains(kind) || (kind.equals(KeyPairProvider.SSH_RSA) && bits < RSA_BITS)) {
            throw new PersonException.KeyTooWeak(kind + " (" + bits + " bits)");
        }
    }
}
