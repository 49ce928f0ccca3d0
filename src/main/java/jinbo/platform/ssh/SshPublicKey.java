package jinbo.platform.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/** A public SSH key. Its text form is a line of an {@code authorized_keys} file. */
public record SshPublicKey(PublicKey key) {

    private static final String EXPECTED =
            "Not a public SSH key; expected one line like 'ssh-ed25519 AAAA... comment': ";

    /** Parses {@code ssh-ed25519 AAAA... comment}. Refuses options, because they would have no effect. */
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

    public String line(String comment) {
        return comment.isBlank() ? PublicKeyEntry.toString(key) : PublicKeyEntry.toString(key) + " " + comment;
    }

    /** As {@code ssh-keygen -l} shows it: {@code SHA256:} and 43 characters. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    /** True for the same key, even if another security provider has created the object. */
    public boolean is(PublicKey other) {
        return KeyUtils.compareKeys(key, other);
    }
}
