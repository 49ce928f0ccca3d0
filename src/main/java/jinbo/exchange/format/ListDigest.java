package jinbo.exchange.format;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.LineCode;
import org.jspecify.annotations.Nullable;

/**
 * The digest of all entries of a block list, by which two copies of a list are compared. It is the sum, modulo 2^256,
 * of the SHA-256 values of all entries, as big-endian numbers. An entry is hashed as {@code
 * mobile,business_line,effective_on,expires_on} in ASCII without line end ({@code
 * exchange-formats/blocklist/v1/README.md}). The sum does not depend on the order and can be updated entry by entry. It
 * does not detect a deliberate forgery. Not thread-safe.
 */
public final class ListDigest {

    private static final int LIMBS = 8;
    private static final int BYTES = 32;
    private static final int CARRY_AFTER = 1 << 30;

    private final MessageDigest sha256 = Sha256.start();
    private final byte[] line = new byte[EntryLine.MAX_LENGTH];
    private @Nullable LineCode lastLine;
    private byte[] lastLineText = new byte[0];
    private final BlockDatesCache texts = new BlockDatesCache();
    private final byte[] hash = new byte[BYTES];
    private final ByteBuffer longs = ByteBuffer.wrap(hash);

    /** The lower half of each has 32 bits of the sum, least significant first; the upper half collects carries. */
    private final long[] limbs = new long[LIMBS];

    private int uncarried;

    public ListDigest() {}

    public static ListDigest from(String hex) {
        JsonText.requireSha256("list_digest", hex);
        ListDigest digest = new ListDigest();
        ByteBuffer kept = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        for (int i = 0; i < LIMBS; i++) {
            digest.limbs[LIMBS - 1 - i] = Integer.toUnsignedLong(kept.getInt());
        }
        return digest;
    }

    public void add(BlockListEntry entry) {
        sum(line, 0, EntryLine.put(entry, line, 0), 1);
    }

    /** Both dates are in days since 1970-01-01; {@code expiresOn} is exclusive. */
    public void add(long mobile, LineCode businessLine, int effectiveOn, int expiresOn) {
        sum(line, 0, put(mobile, businessLine, effectiveOn, expiresOn), 1);
    }

    public void remove(BlockListEntry entry) {
        sum(line, 0, EntryLine.put(entry, line, 0), -1);
    }

    public void remove(long mobile, LineCode businessLine, int effectiveOn, int expiresOn) {
        sum(line, 0, put(mobile, businessLine, effectiveOn, expiresOn), -1);
    }

    public void add(ListDigest other) {
        other.carry();
        carry();
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] += other.limbs[i];
        }
        uncarried = 1;
    }

    public String hex() {
        carry();
        ByteBuffer sum = ByteBuffer.allocate(BYTES);
        for (int i = LIMBS - 1; i >= 0; i--) {
            sum.putInt((int) limbs[i]);
        }
        return HexFormat.of().formatHex(sum.array());
    }

    private int put(long mobile, LineCode businessLine, int effectiveOn, int expiresOn) {
        EntryLine.putMobile(mobile, line, 0);
        if (businessLine != lastLine) {
            lastLine = businessLine;
            lastLineText = EntryLine.text(businessLine);
        }
        System.arraycopy(lastLineText, 0, line, EntryLine.MOBILE_DIGITS, lastLineText.length);
        int dates = EntryLine.MOBILE_DIGITS + lastLineText.length;
        texts.put(effectiveOn, expiresOn, line, dates, EntryLine.DATES_LENGTH);
        return dates + EntryLine.DATES_LENGTH;
    }

    void addLine(byte[] bytes, int at, int length) {
        sum(bytes, at, length, 1);
    }

    private void sum(byte[] bytes, int at, int length, int sign) {
        sha256.update(bytes, at, length);
        try {
            sha256.digest(hash, 0, BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
        for (int i = 0; i < LIMBS; i++) {
            limbs[LIMBS - 1 - i] += sign * Integer.toUnsignedLong(longs.getInt(i * Integer.BYTES));
        }
        uncarried++;
        if (uncarried == CARRY_AFTER) {
            carry();
        }
    }

    private void carry() {
        long carried = 0;
        for (int i = 0; i < LIMBS; i++) {
            long limb = limbs[i] + carried;
            limbs[i] = limb & 0xFFFF_FFFFL;
            carried = limb >> Integer.SIZE;
        }
        uncarried = 0;
    }
}
