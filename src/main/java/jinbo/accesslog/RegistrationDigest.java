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
 * The digest over a batch of acts that the access log vouches for: SHA-256 over the acts in order of their lines, with the
 * keyed hash of the number (HMAC-SHA-256, RFC 2104) in place of it. So it is no secret, and stays what it was when numbers
 * are replaced by their keyed hashes.
 */
public final class RegistrationDigest {

    private static final short NO_COMPLAINT = -1;

    private final KeyedHash subject;
    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer act =
            ByteBuffer.allocate(Integer.BYTES + KeyedHash.BYTES + 2 * Short.BYTES + 3 * Long.BYTES);

    RegistrationDigest(KeyedHash subject) {
        this.subject = subject;
    }

    /**
     * Goes on with the next act.
     *
     * @param line of the upload; higher than the one before
     * @param mobile 11 digits
     * @param scope whom it binds
     * @param complaint what was complained of
     * @param complainedOn when, in days since 1970-01-01
     * @param effectiveOn first day of the ban, in days since 1970-01-01
     * @param expiresOn first day after it, in days since 1970-01-01
     */
    public void add(
            int line, long mobile, short scope, short complaint, long complainedOn, long effectiveOn, long expiresOn) {
        addErased(line, subject.of(mobile), scope, complaint, complainedOn, effectiveOn, expiresOn);
    }

    /**
     * Goes on with an act whose number has been replaced by its keyed hash.
     *
     * @param hash of the number, 32 bytes under the key of the batch's year
     */
    public void addErased(
            int line, byte[] hash, short scope, short complaint, long complainedOn, long effectiveOn, long expiresOn) {
        act.clear();
        act.putInt(line)
                .put(hash)
                .putShort(scope)
                .putShort(complaint)
                .putLong(complainedOn)
                .putLong(effectiveOn)
                .putLong(expiresOn);
        digest.update(act.array(), 0, act.position());
    }

    /**
     * Begins a batch of acts of another kind than complaints. No file is there to say the same once more, so its digest begins
     * with what is told of all its acts.
     *
     * @param kind of all acts
     * @param registeredAt to the microsecond, as it is stored
     * @param effectiveOn first day of the bans that it brings, if it brings any
     */
    public void begin(String kind, Instant registeredAt, Optional<LocalDate> effectiveOn) {
        String day = effectiveOn.map(LocalDate::toString).orElse("-");
        digest.update((kind + "\n" + registeredAt + "\n" + day + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Goes on with what a consumer has said: a sector, an insurer or nobody.
     *
     * @param line its place among what was said at once
     * @param mobile 11 digits
     * @param scope whom it binds
     * @param effectiveOn first day of the ban, in days since 1970-01-01
     * @param expiresOn first day after it, in days since 1970-01-01
     */
    public void addChoice(int line, long mobile, short scope, long effectiveOn, long expiresOn) {
        add(line, mobile, scope, NO_COMPLAINT, 0, effectiveOn, expiresOn);
    }

    /**
     * Goes on with an act that is taken back.
     *
     * @param line that asked for it
     * @param batch the act's
     * @param withdrawnLine the act's
     */
    public void addWithdrawal(int line, long batch, int withdrawnLine) {
        act.clear();
        act.putInt(line).putLong(batch).putInt(withdrawnLine);
        digest.update(act.array(), 0, act.position());
    }

    /** Goes on with one insurer's succession to another, by their ids. */
    public void addSuccession(short from, short to) {
        act.clear();
        act.putShort(from).putShort(to);
        digest.update(act.array(), 0, act.position());
    }

    /** Of all that were added, 64 lower-case hex digits; asked once, at the end. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
