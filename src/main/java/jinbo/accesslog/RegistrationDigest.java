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
 * Computes the digest of a batch of registrations for the access log: SHA-256 over them in order, with HMAC-SHA-256
 * (RFC 2104) in place of each phone number. It stays the same when numbers are erased.
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

    /** Adds a registration of a number of 11 digits; lines ascend, and dates are days since 1970-01-01. */
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

    /** Begins a batch that is not an upload; {@code registeredAt} is cut to microseconds, as stored. */
    public void begin(String kind, Instant registeredAt, Optional<LocalDate> effectiveOn) {
        String day = effectiveOn.map(LocalDate::toString).orElse("-");
        digest.update((kind + "\n" + registeredAt + "\n" + day + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a choice's scope with the number {@code line}; dates are days since 1970-01-01. */
    public void addChoice(int line, long mobile, short scope, long effectiveOn, long expiresOn) {
        add(line, mobile, scope, NO_COMPLAINT, 0, effectiveOn, expiresOn);
    }

    /** @param line the position within the request; {@code withdrawnLine} is the one within the batch */
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

    /** Returns the digest as 64 lower-case hex digits. Call this once, at the end. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
