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
 * The secrets that the other end and we know each other by, one a line; while one is replaced there are two, and each signs and is
 * believed. The form is that of <a href="https://www.standardwebhooks.com">Standard Webhooks</a>.
 *
 * @param setting the name of the setting that names the file
 * @param file where they lie, read for each signature, so that nothing need be started again after a change
 */
public record WebhookSecrets(String setting, OwnerOnlyFile file) {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * Our signatures of a message, with a blank between two.
     *
     * @param head what is signed before the body, with a dot between: the headers that say which message it is, and when it is sent
     * @throws UnusableFileException if it cannot be read, others can, or there is no secret in it or a line that is none
     */
    public String sign(String head, byte[] body) throws UnusableFileException {
        return String.join(" ", signatures(head, body));
    }

    /** Whether one of the signatures of what has come in was made by who knows a secret. */
    public boolean verify(String head, byte[] body, String theirs) throws UnusableFileException {
        boolean one = false;
        for (String ours : signatures(head, body)) {
            for (String their : theirs.split(" ")) {
                one |= MessageDigest.isEqual(bytes(ours), bytes(their));
            }
        }
        return one;
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
            if (key.length >= LEAST_BYTES && key.length <= MOST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // told below, without what it is
        }
        throw new UnusableFileException(
                setting,
                "a line is not a secret; write " + PREFIX + " and " + LEAST_BYTES + " to " + MOST_BYTES
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
