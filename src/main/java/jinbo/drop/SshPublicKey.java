package jinbo.drop;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * A public SSH key as people exchange it: one line of an {@code authorized_keys} file.
 *
 * @param key the key itself
 */
public record SshPublicKey(PublicKey key) {

    /**
     * Reads {@code ssh-ed25519 AAAA... comment}.
     *
     * @throws IllegalArgumentException if it is no such line, or carries options such as {@code from="..."}: a restriction
     *     that would be silently dropped must not look as if it were kept
     */
    public static SshPublicKey parse(String line) {
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line.strip());
            if (entry == null) {
                throw new IllegalArgumentException("empty");
            }
            if (!entry.getLoginOptions().isEmpty()) {
                throw new IllegalArgumentException("options before the key are not supported");
            }
            PublicKey key = entry.resolvePublicKey(null, Map.of(), null);
            if (key == null) {
                throw new IllegalArgumentException("unknown kind of key");
            }
            return new SshPublicKey(key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Not a public SSH key; expected one line like 'ssh-ed25519 AAAA... comment': "
                            + ShownText.of(String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** The line for {@code authorized_keys}. */
    public String line(String comment) {
        return comment.isBlank() ? PublicKeyEntry.toString(key) : PublicKeyEntry.toString(key) + " " + comment;
    }

    /** {@code SHA256:} and 43 characters, as {@code ssh-keygen -l} shows it. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    /** Whether this is the same key, whatever library made the object. */
    boolean is(PublicKey other) {
        return KeyUtils.compareKeys(key, other);
    }
}
