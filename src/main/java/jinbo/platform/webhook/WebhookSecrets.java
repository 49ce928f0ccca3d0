package jinbo.platform.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.UnusableFileException;

/**
 * The file with the secrets shared with a webhook (<a href="https://www.standardwebhooks.com">Standard Webhooks</a>):
 * one, or two during a change.
 */
public record WebhookSecrets(String setting, OwnerOnlyFile file) {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";

    /** Signs the head, a dot and the body; returns one signature for each secret, separated by blanks. */
    public String sign(String head, byte[] body) throws UnusableFileException {
        return String.join(" ", signatures(head, body));
    }

    /** True if one of the received signatures was made with one of the secrets. */
    public boolean verify(String head, byte[] body, String received) throws UnusableFileException {
        boolean found = false;
        for (String ours : signatures(head, body)) {
            for (String other : received.split(" ")) {
                found |= MessageDigest.isEqual(bytes(ours), bytes(other));
            }
        }
        return found;
    }

    private List<String> signatures(String head, byte[] body) throws UnusableFileException {
        List<String> signatures = new ArrayList<>();
        for (String line : lines()) {
            signatures.add(VERSION + Base64.getEncoder().encodeToString(mac(key(line.strip()), head, body)));
        }
        if (signatures.isEmpty()) {
            throw new UnusableFileException(setting, "it is empty");
        }
        return signatures;
    }

    private List<String> lines() throws UnusableFileException {
        try {
            return file.read().lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UnusableFileException(setting, "secrets", e);
        }
    }

    private byte[] key(String line) throws UnusableFileException {
        try {
            byte[] key = Base64.getDecoder().decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : "?");
            if (key.length >= MIN_BYTES && key.length <= MAX_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // reported below, without the secret
        }
        throw new UnusableFileException(
                setting,
                "a line is not a secret; write " + PREFIX + " and " + MIN_BYTES + " to " + MAX_BYTES
                        + " bytes in base64");
    }

    private static byte[] mac(byte[] key, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(bytes(head + "."));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
