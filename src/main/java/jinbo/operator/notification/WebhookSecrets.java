package jinbo.operator.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.platform.files.OwnerOnlyFile;

/**
 * The secrets that a receiver knows us by, one a line; while one is replaced there are two, and each signs. The form is that of
 * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>.
 *
 * @param file where they lie, read for each signature, so that nothing need be started again after a change
 */
record WebhookSecrets(OwnerOnlyFile file) {

    private static final String SETTING = "webhook.secret-file";
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * The signatures of a message, as the header {@code webhook-signature} has them.
     *
     * @throws UnusableFileException if it cannot be read, others can, or there is no secret in it or a line that is none
     */
    String signatures(String id, long timestamp, String body) throws UnusableFileException {
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>();
        for (String line : lines()) {
            signatures.add("v1," + Base64.getEncoder().encodeToString(mac(key(line.strip()), signed)));
        }
        if (signatures.isEmpty()) {
            throw new UnusableFileException(SETTING, "it is empty");
        }
        return String.join(" ", signatures);
    }

    private List<String> lines() throws UnusableFileException {
        try {
            return file.read().lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UnusableFileException(SETTING, "secrets", e);
        }
    }

    private static byte[] key(String line) throws UnusableFileException {
        try {
            byte[] key = Base64.getDecoder().decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : "?");
            if (key.length >= LEAST_BYTES && key.length <= MOST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // told below, without what it is
        }
        throw new UnusableFileException(
                SETTING,
                "a line is no secret; write " + PREFIX + " and " + LEAST_BYTES + " to " + MOST_BYTES
                        + " bytes in base64");
    }

    private static byte[] mac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
