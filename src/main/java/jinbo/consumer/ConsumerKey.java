package jinbo.consumer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.stereotype.Component;

/**
 * Hashes codes and network addresses with a key in the home directory (HMAC-SHA-256, RFC 2104); without a key, they
 * could be guessed from their hashes.
 */
@Component
class ConsumerKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final OwnerOnlyFile file;
    private Optional<SecretKeySpec> key = Optional.empty();

    ConsumerKey(Home home) {
        Path path = home.keys().resolve("consumer-codes.key");
        this.file = new OwnerOnlyFile(path);
    }

    byte[] hash(String kind, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal((kind + '\n' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    private synchronized SecretKeySpec key() {
        if (key.isEmpty()) {
            try {
                if (!file.exists()) {
                    byte[] secret = new byte[BYTES];
                    new SecureRandom().nextBytes(secret);
                    file.writeNew(HexFormat.of().formatHex(secret));
                }
                key = Optional.of(
                        new SecretKeySpec(HexFormat.of().parseHex(file.read().strip()), ALGORITHM));
            } catch (IOException | IllegalArgumentException e) {
                throw new HomeException(ConsumerKeyError.CODE_KEY_UNUSABLE, file.path()).causedBy(e);
            }
        }
        return key.get();
    }

    /** A file with a key for consumers is unusable; the argument of the message is the file. */
    enum ConsumerKeyError implements ErrorCode {
        CONFIRMATION_KEY_UNUSABLE,
        CODE_KEY_UNUSABLE;

        @Override
        public ErrorType type() {
            return new ErrorType("HOME_NOT_OPENED", 503);
        }
    }
}
