package jinbo.consumer.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** An independent implementation of the signature, from RFC 2104 and {@code docs/operators/sms.md}. */
final class ReferenceHmac {

    private static final int BLOCK = 64;

    private ReferenceHmac() {}

    static String signature(String secret, String timestamp, byte[] body) {
        byte[] key = Arrays.copyOf(Base64.getDecoder().decode(secret.substring("whsec_".length())), BLOCK);
        byte[] inner = sha256(masked(key, 0x36), (timestamp + ".").getBytes(StandardCharsets.US_ASCII), body);
        return "v1," + Base64.getEncoder().encodeToString(sha256(masked(key, 0x5c), inner));
    }

    private static byte[] masked(byte[] key, int mask) {
        byte[] masked = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            masked[i] = (byte) (key[i] ^ mask);
        }
        return masked;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
