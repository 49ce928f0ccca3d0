package jinbo.exchange;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** SHA-256 of the provider SUN, which alone uses the processor's instructions for it. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256", "SUN");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java lacks SHA-256 of the provider SUN", impossible);
        }
    }
}
