package jinbo.consumer;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.platform.files.Sha256;

/**
 * The secret in a reminder's link, whose bearer may renew as the holder of the number: 128 random bits as base64url
 * (RFC 4648, section 5) without padding.
 */
record ReminderToken(String value) {

    private static final int BYTES = 16;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static ReminderToken draw() {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return new ReminderToken(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
    }

    static Optional<ReminderToken> read(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new ReminderToken(typed)) : Optional.empty();
    }

    /** Hashes the characters, not the bits, so that no other spelling of the same bits is accepted. */
    byte[] hash() {
        return Sha256.start().digest(value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "ReminderToken[]";
    }
}
