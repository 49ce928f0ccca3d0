package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.HomeException;

/** A secret for keyed hashes (HMAC-SHA256, RFC 2104) of clear contents. */
public final class ContentHashKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private ContentHashKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    static ContentHashKey readOrMake(Path path) {
        OwnerOnlyFile file = new OwnerOnlyFile(path);
        try {
            if (!file.exists()) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                file.write(HexFormat.of().formatHex(secret));
            }
            return new ContentHashKey(HexFormat.of().parseHex(file.read().strip()));
        } catch (IOException e) {
            throw new HomeException(KeysError.CONTENT_HASH_KEY_UNUSABLE, path).causedBy(e);
        }
    }

    public Mac newHash() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
