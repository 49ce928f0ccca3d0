package jinbo.exchange.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jinbo.exchange.format.BlockListChange.Add;
import jinbo.exchange.format.BlockListChange.Change;
import jinbo.exchange.format.BlockListChange.EntryChange;
import jinbo.exchange.format.BlockListChange.Remove;
import jinbo.exchange.format.EntryLine.LineCodeCache;
import jinbo.reference.phone.Mobile;

/** Encodes and decodes a row of a delta ({@code action,mobile,business_line,effective_on,expires_on} CRLF). */
final class DeltaLine {

    static final byte[] HEADER = ascii("action,mobile,business_line,effective_on,expires_on\r\n");

    static final int LONGEST = "CHANGE,".length() + EntryLine.MAX_LENGTH + 2;

    private static final byte[] ADD = ascii("ADD,");
    private static final byte[] CHANGE = ascii("CHANGE,");
    private static final byte[] REMOVE = ascii("REMOVE,");
    private static final byte[] NO_DATES = ascii(",,");
    private static final byte[] END = ascii("\r\n");

    private DeltaLine() {}

    /** Writes a row and returns the position after it. */
    static int put(BlockListChange change, byte[] into, int at) {
        if (change instanceof Remove remove) {
            int number = append(REMOVE, into, at);
            EntryLine.putMobile(remove.mobile().value(), into, number);
            int line = EntryLine.putLine(remove.line(), into, number + EntryLine.MOBILE_DIGITS);
            return append(END, into, append(NO_DATES, into, line));
        }
        int line = append(change instanceof Add ? ADD : CHANGE, into, at);
        return append(END, into, EntryLine.put(((EntryChange) change).entry(), into, line));
    }

    /** Reads a row up to its CRLF; empty if it differs from what {@link #put} writes. */
    static Optional<BlockListChange> read(byte[] row, int at, int end, LineCodeCache lines) {
        if (begins(ADD, row, at, end)) {
            return EntryLine.read(row, at + ADD.length, end, lines).map(Add::new);
        }
        if (begins(CHANGE, row, at, end)) {
            return EntryLine.read(row, at + CHANGE.length, end, lines).map(Change::new);
        }
        int dates = end - NO_DATES.length;
        int number = at + REMOVE.length;
        int line = number + EntryLine.MOBILE_DIGITS;
        if (begins(REMOVE, row, at, end) && line < dates && row[dates] == ',' && row[dates + 1] == ',') {
            long mobile = EntryLine.mobile(row, number);
            return Mobile.isMobile(mobile)
                    ? EntryLine.line(row, line, dates, lines).map(code -> new Remove(new Mobile(mobile), code))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] action, byte[] row, int at, int end) {
        return end - at >= action.length && Arrays.equals(action, 0, action.length, row, at, at + action.length);
    }

    private static int append(byte[] bytes, byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
