package jinbo.consumer;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.platform.files.Sha256;

/**
 * What the link of a reminder ends with: 128 random bits, as base64url (RFC 4648, section 5) without padding. Whoever has it has the
 * message, and is taken for the holder of the number that it was sent to; its text form does not show it.
 *
 * @param value 22 characters
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

    /** As it stands in a link; empty if it is none. */
    static Optional<ReminderToken> read(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new ReminderToken(typed)) : Optional.empty();
    }

    /** By which it is known: of its characters, so that no other spelling of the same bits is taken. */
    byte[] hash() {
        return Sha256.start().digest(value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "ReminderToken[]";
    }
}
