package jinbo.exchange.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes an entry of a list: {@code mobile,business_line,effective_on,expires_on} in ASCII. It works on
 * reused arrays, because a list has millions of entries.
 */
final class EntryLine {

    static final int MOBILE_DIGITS = 11;

    private static final int DATE_WITH_COMMA = 11;
    static final int DATES_LENGTH = 2 * DATE_WITH_COMMA;

    static final int MAX_LENGTH = MOBILE_DIGITS + 1 + LineCode.MAX_LENGTH + DATES_LENGTH;

    private static final int TEN_THOUSAND = 10_000;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** The ASCII digits of 0000 to 9999, the first digit in the lowest byte. */
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

    static int length(LineCode line) {
        return MOBILE_DIGITS + 1 + line.value().length() + DATES_LENGTH;
    }

    /** Writes an entry and returns the position after it. */
    static int put(BlockListEntry entry, byte[] into, int at) {
        putMobile(entry.mobile().value(), into, at);
        int dates = putLine(entry.line(), into, at + MOBILE_DIGITS);
        putDates(entry.effectiveOn(), entry.expiresOn(), into, dates);
        return dates + DATES_LENGTH;
    }

    static byte[] text(LineCode line) {
        return ("," + line.value()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a comma and the line of business, and returns the position after them. */
    static int putLine(LineCode line, byte[] into, int at) {
        byte[] text = text(line);
        System.arraycopy(text, 0, into, at, text.length);
        return at + text.length;
    }

    static void putDates(LocalDate effectiveOn, LocalDate expiresOn, byte[] into, int at) {
        into[at] = ',';
        putDate(effectiveOn, into, at + 1);
        into[at + DATE_WITH_COMMA] = ',';
        putDate(expiresOn, into, at + DATE_WITH_COMMA + 1);
    }

    /** Reads an entry; empty if the bytes differ from what {@link #put} writes. */
    static Optional<BlockListEntry> read(byte[] from, int at, int end, LineCodeCache lines) {
        int dates = end - DATES_LENGTH;
        if (dates < at + MOBILE_DIGITS) {
            return Optional.empty();
        }
        long mobile = mobile(from, at);
        Optional<LineCode> line = line(from, at + MOBILE_DIGITS, dates, lines);
        int expires = dates + DATE_WITH_COMMA;
        if (!Mobile.isMobile(mobile) || line.isEmpty() || from[dates] != ',' || from[expires] != ',') {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new BlockListEntry(new Mobile(mobile), line.get(), date(from, dates + 1), date(from, expires + 1)));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** Reads a comma and a line of business; empty if the bytes are anything else. */
    static Optional<LineCode> line(byte[] from, int at, int end, LineCodeCache lines) {
        return at < end && from[at] == ',' ? lines.find(from, at + 1, end) : Optional.empty();
    }

    static void putMobile(long mobile, byte[] into, int at) {
        int upper = (int) (mobile / TEN_THOUSAND);
        // the first digit is the zero of a twelve-digit number
        INTS.set(into, at, FOUR_DIGITS[upper / TEN_THOUSAND] >>> Byte.SIZE);
        INTS.set(into, at + 3, FOUR_DIGITS[upper % TEN_THOUSAND]);
        INTS.set(into, at + 7, FOUR_DIGITS[(int) (mobile % TEN_THOUSAND)]);
    }

    /** How many leading digits two encoded entries have in common. */
    static int commonPrefixLength(byte[] lines, int one, int other) {
        long first = (long) LONGS.get(lines, one) ^ (long) LONGS.get(lines, other);
        if (first != 0) {
            return Long.numberOfTrailingZeros(first) / Byte.SIZE;
        }
        int last = (int) INTS.get(lines, one + 7) ^ (int) INTS.get(lines, other + 7);
        return 7 + Integer.numberOfTrailingZeros(last) / Byte.SIZE;
    }

    /** Reads eleven digits; returns -1 for other characters. Does not check that it is a mobile number. */
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

    /** Checks that rows are sorted by number and, for the same number, by line of business. */
    static final class RowOrder {

        private long mobile;
        private @Nullable LineCode line;

        /** Moves to the next row; false if it does not come after the previous row. */
        boolean rises(long nextMobile, LineCode nextLine) {
            boolean above =
                    nextMobile > mobile || nextMobile == mobile && (line == null || line.compareTo(nextLine) < 0);
            mobile = nextMobile;
            line = nextLine;
            return above;
        }
    }

    /** Reads lines of business from bytes without creating an object for each of millions of rows. Not thread-safe. */
    static final class LineCodeCache {

        private final List<LineCode> known = new ArrayList<>();

        /** Returns empty if the bytes are not the code of a line. */
        Optional<LineCode> find(byte[] from, int begin, int end) {
            for (LineCode code : known) {
                if (equals(code.value(), from, begin, end)) {
                    return Optional.of(code);
                }
            }
            String text = new String(from, begin, Math.max(end - begin, 0), StandardCharsets.ISO_8859_1);
            if (!LineCode.isCode(text)) {
                return Optional.empty();
            }
            LineCode added = new LineCode(text);
            known.add(added);
            return Optional.of(added);
        }

        private static boolean equals(String code, byte[] from, int begin, int end) {
            if (code.length() != end - begin) {
                return false;
            }
            for (int i = 0; i < code.length(); i++) {
                if (code.charAt(i) != from[begin + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
