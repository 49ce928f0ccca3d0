package jinbo.exchange.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * The ASCII bytes {@code mobile,business_line,effective_on,expires_on} that a list holds and its digest sums. Written and read
 * into an array that is used again, because a list has millions of them.
 */
final class EntryLine {

    static final int MOBILE_DIGITS = 11;

    /** What stands behind the line of business: two dates, with a comma before each. */
    static final int DATES_LENGTH = 22;

    static final int MAX_LENGTH = MOBILE_DIGITS + 1 + LineCode.MAX_LENGTH + DATES_LENGTH;

    private static final int DATE = 11;

    private static final int TEN_THOUSAND = 10_000;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** As an int's bytes are written, lowest first. */
    private static final int[] FOUR_DIGITS = new int[TEN_THOUSAND];

    static {
        for (int i = 0; i < TEN_THOUSAND; i++) {
            FOUR_DIGITS[i] = '0' + i / 1000
                    | '0' + i / 100 % 10 << Byte.SIZE
                    | '0' + i / 10 % 10 << 2 * Byte.SIZE
                    | '0' + i % 10 << 3 * Byte.SIZE;
        }
    }

    private EntryLine() {}

    /** How many bytes an entry of a line of business has. */
    static int length(LineCode line) {
        return MOBILE_DIGITS + 1 + line.value().length() + DATES_LENGTH;
    }

    /** Writes an entry and says where it ends. */
    static int put(BlockListEntry entry, byte[] into, int at) {
        putMobile(entry.mobile(), into, at);
        int dates = putLine(entry.line(), into, at + MOBILE_DIGITS);
        putDates(entry.effectiveOn(), entry.expiresOn(), into, dates);
        return dates + DATES_LENGTH;
    }

    /** A comma and the line of business. */
    static byte[] text(LineCode line) {
        return ("," + line.value()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a comma and the line of business, and says where they end. */
    static int putLine(LineCode line, byte[] into, int at) {
        byte[] text = text(line);
        System.arraycopy(text, 0, into, at, text.length);
        return at + text.length;
    }

    /** Writes all that stands behind the line of business. */
    static void putDates(LocalDate effectiveOn, LocalDate expiresOn, byte[] into, int at) {
        into[at] = ',';
        putDate(effectiveOn, into, at + 1);
        into[at + DATE] = ',';
        putDate(expiresOn, into, at + DATE + 1);
    }

    /** The entry that the bytes spell; empty if they are anything but what {@link #put} writes. */
    static Optional<BlockListEntry> read(byte[] from, int at, int end, LineCodeCache lines) {
        int dates = end - DATES_LENGTH;
        if (dates < at + MOBILE_DIGITS) {
            return Optional.empty();
        }
        long mobile = mobile(from, at);
        Optional<LineCode> line = line(from, at + MOBILE_DIGITS, dates, lines);
        if (!Mobile.isMobile(mobile) || line.isEmpty() || from[dates] != ',' || from[dates + DATE] != ',') {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlockListEntry(
                    new Mobile(mobile), line.get(), date(from, dates + 1), date(from, dates + DATE + 1)));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** The line of business that stands between a comma and an end; empty if none does. */
    static Optional<LineCode> line(byte[] from, int at, int end, LineCodeCache lines) {
        return at < end && from[at] == ',' ? lines.find(from, at + 1, end) : Optional.empty();
    }

    static void putMobile(Mobile mobile, byte[] into, int at) {
        putMobile(mobile.value(), into, at);
    }

    /** Writes eleven digits. */
    static void putMobile(long mobile, byte[] into, int at) {
        int upper = (int) (mobile / TEN_THOUSAND);
        // of the first four digits three are wanted
        INTS.set(into, at, FOUR_DIGITS[upper / TEN_THOUSAND] >>> Byte.SIZE);
        INTS.set(into, at + 3, FOUR_DIGITS[upper % TEN_THOUSAND]);
        INTS.set(into, at + 7, FOUR_DIGITS[(int) (mobile % TEN_THOUSAND)]);
    }

    /** With how many of the same digits two lines begin. */
    static int commonPrefixLength(byte[] lines, int one, int other) {
        long first = (long) LONGS.get(lines, one) ^ (long) LONGS.get(lines, other);
        if (first != 0) {
            return Long.numberOfTrailingZeros(first) / Byte.SIZE;
        }
        int last = (int) INTS.get(lines, one + 7) ^ (int) INTS.get(lines, other + 7);
        return 7 + Integer.numberOfTrailingZeros(last) / Byte.SIZE;
    }

    /** The eleven digits there as a number, a mobile's or not; -1 if something among them is no digit. */
    static long mobile(byte[] from, int at) {
        return digits(from, at, MOBILE_DIGITS);
    }

    private static void putDate(LocalDate date, byte[] into, int at) {
        putDigits(date.getYear(), 4, into, at);
        into[at + 4] = '-';
        putDigits(date.getMonthValue(), 2, into, at + 5);
        into[at + 7] = '-';
        putDigits(date.getDayOfMonth(), 2, into, at + 8);
    }

    private static LocalDate date(byte[] from, int at) {
        if (from[at + 4] != '-' || from[at + 7] != '-') {
            throw new DateTimeException("no ISO date");
        }
        return LocalDate.of((int) digits(from, at, 4), (int) digits(from, at + 5, 2), (int) digits(from, at + 8, 2));
    }

    private static void putDigits(long value, int count, byte[] into, int at) {
        long rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long digits(byte[] from, int at, int count) {
        long value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = from[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
