package jinbo.accesslog;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes phone numbers under one year's key (HMAC-SHA-256, RFC 2104), to stand for them; not thread-safe. */
public final class KeyedHash {

    public static final int BYTES = 32;

    static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 11;

    private final Mac mac;
    private final byte[] number = new byte[DIGITS];

    KeyedHash(SecretKeySpec key) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    /** @param mobile a phone number of 11 digits */
    public byte[] of(long mobile) {
        long rest = mobile;
        for (int i = DIGITS - 1; i >= 0; i--) {
            number[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return mac.doFinal(number);
    }
}
