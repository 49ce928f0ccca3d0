package jinbo.platform.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/** A public SSH key as people exchange it: one line of an {@code authorized_keys} file. */
public record SshPublicKey(PublicKey key) {

    private static final String EXPECTED =
            "Not a public SSH key; expected one line like 'ssh-ed25519 AAAA... comment': ";

    /**
     * Reads {@code ssh-ed25519 AAAA... comment}.
     *
     * @throws IllegalArgumentException if it is no such line, or carries options such as {@code from="..."}: a restriction
     *     that would be silently dropped must not look as if it were kept
     */
    public static SshPublicKey parse(String line) {
        AuthorizedKeyEntry entry;
        PublicKey key;
        try {
            entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line.strip());
            key = entry == null ? null : entry.resolvePublicKey(null, Map.of(), null);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(EXPECTED + "the line cannot be decoded", e);
        }
        if (entry == null) {
            throw new IllegalArgumentException(EXPECTED + "the line is empty");
        }
        if (!entry.getLoginOptions().isEmpty()) {
            throw new IllegalArgumentException(EXPECTED + "options before the key are not supported");
        }
        if (key == null) {
            throw new IllegalArgumentException(EXPECTED + "unknown kind of key");
        }
        return new SshPublicKey(key);
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
    public boolean is(PublicKey other) {
        return KeyUtils.compareKeys(key, other);
    }
}
