package jinbo.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import jinbo.platform.files.Sha256;

/**
 * The digest over a batch of registrations that the access log vouches for: SHA-256 over the registrations in order of their lines, with the
 * keyed hash of the number (HMAC-SHA-256, RFC 2104) in place of it. So it is no secret, and stays what it was when numbers
 * are replaced by their keyed hashes.
 */
public final class RegistrationDigest {

    private static final short NO_COMPLAINT = -1;

    private final KeyedHash subject;
    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer registration =
            ByteBuffer.allocate(Integer.BYTES + KeyedHash.BYTES + 2 * Short.BYTES + 3 * Long.BYTES);

    RegistrationDigest(KeyedHash subject) {
        this.subject = subject;
    }

    /**
     * @param line of the upload; higher than the one before
     * @param mobile 11 digits
     * @param complainedOn when, in days since 1970-01-01
     * @param effectiveOn first day of the block, in days since 1970-01-01
     * @param expiresOn first day after it, in days since 1970-01-01
     */
    public void add(
            int line, long mobile, short scope, short complaint, long complainedOn, long effectiveOn, long expiresOn) {
        addErased(line, subject.of(mobile), scope, complaint, complainedOn, effectiveOn, expiresOn);
    }

    /**
     * Goes on with a registration whose number has been replaced by its keyed hash.
     *
     * @param hash of the number, 32 bytes under the key of the batch's year
     */
    public void addErased(
            int line, byte[] hash, short scope, short complaint, long complainedOn, long effectiveOn, long expiresOn) {
        registration.clear();
        registration
                .putInt(line)
                .put(hash)
                .putShort(scope)
                .putShort(complaint)
                .putLong(complainedOn)
                .putLong(effectiveOn)
                .putLong(expiresOn);
        digest.update(registration.array(), 0, registration.position());
    }

    /**
     * Begins a batch of registrations of another kind than complaints. No file is there to say the same once more, so its digest begins
     * with what is told of all its registrations.
     *
     * @param registeredAt to the microsecond, as it is stored
     * @param effectiveOn first day of the blocks that it brings, if it brings any
     */
    public void begin(String kind, Instant registeredAt, Optional<LocalDate> effectiveOn) {
        String day = effectiveOn.map(LocalDate::toString).orElse("-");
        digest.update((kind + "\n" + registeredAt + "\n" + day + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Goes on with what a consumer has said: a line of business, an insurer in a line, several of these, or nobody.
     *
     * @param line its place among what was said at once
     * @param mobile 11 digits
     * @param effectiveOn first day of the block, in days since 1970-01-01
     * @param expiresOn first day after it, in days since 1970-01-01
     */
    public void addChoice(int line, long mobile, short scope, long effectiveOn, long expiresOn) {
        add(line, mobile, scope, NO_COMPLAINT, 0, effectiveOn, expiresOn);
    }

    /** @param line that asked for it */
    public void addWithdrawal(int line, long batch, int withdrawnLine) {
        registration.clear();
        registration.putInt(line).putLong(batch).putInt(withdrawnLine);
        digest.update(registration.array(), 0, registration.position());
    }

    /** Goes on with one insurer's succession to another, by their ids. */
    public void addSuccession(short from, short to) {
        registration.clear();
        registration.putShort(from).putShort(to);
        digest.update(registration.array(), 0, registration.position());
    }

    /** Of all that were added, 64 lower-case hex digits; asked once, at the end. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
