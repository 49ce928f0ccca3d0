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
 * The digest of a batch: SHA-256 over its registrations by line, with HMAC-SHA-256 (RFC 2104) of the number in its
 * place. It reveals no number and stays the same when numbers are erased.
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
     * Adds a registration; days count from 1970-01-01.
     *
     * @param line higher than the one before
     * @param mobile 11 digits
     */
    public void add(
            int line, long mobile, short scope, short complaint, long complainedOn, long effectiveOn, long expiresOn) {
        addErased(line, subject.of(mobile), scope, complaint, complainedOn, effectiveOn, expiresOn);
    }

    /** @param hash of the erased number, 32 bytes under the key of the batch's year */
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
     * Begins a batch that is not an upload with what all its registrations have in common.
     *
     * @param registeredAt to the microsecond, as stored
     */
    public void begin(String kind, Instant registeredAt, Optional<LocalDate> effectiveOn) {
        String day = effectiveOn.map(LocalDate::toString).orElse("-");
        digest.update((kind + "\n" + registeredAt + "\n" + day + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Days count from 1970-01-01.
     *
     * @param line the number of the scope within the choice
     * @param mobile 11 digits
     */
    public void addChoice(int line, long mobile, short scope, long effectiveOn, long expiresOn) {
        add(line, mobile, scope, NO_COMPLAINT, 0, effectiveOn, expiresOn);
    }

    /** @param line of the request */
    public void addWithdrawal(int line, long batch, int withdrawnLine) {
        registration.clear();
        registration.putInt(line).putLong(batch).putInt(withdrawnLine);
        digest.update(registration.array(), 0, registration.position());
    }

    public void addSuccession(short from, short to) {
        registration.clear();
        registration.putShort(from).putShort(to);
        digest.update(registration.array(), 0, registration.position());
    }

    /** 64 lower-case hex digits; call once, at the end. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
