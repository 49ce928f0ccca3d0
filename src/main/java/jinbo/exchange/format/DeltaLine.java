package jinbo.exchange.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jinbo.exchange.format.BlockListChange.Add;
import jinbo.exchange.format.BlockListChange.Change;
import jinbo.exchange.format.BlockListChange.Remove;
import jinbo.reference.phone.Mobile;

/** The ASCII bytes {@code action,mobile,effective_on,expires_on} of a delta's row, CR LF included. */
final class DeltaLine {

    static final byte[] HEADER = ascii("action,mobile,effective_on,expires_on\r\n");

    /** That of {@code CHANGE}, the longest word. */
    static final int LONGEST = "CHANGE,".length() + EntryLine.LENGTH + 2;

    private static final byte[] ADD = ascii("ADD,");
    private static final byte[] CHANGE = ascii("CHANGE,");
    private static final byte[] REMOVE = ascii("REMOVE,");
    private static final byte[] NO_DATES = ascii(",,");
    private static final byte[] END = ascii("\r\n");

    private DeltaLine() {}

    /** Writes a row and says where it ends. */
    static int put(BlockListChange change, byte[] into, int at) {
        if (change instanceof Remove remove) {
            int number = append(REMOVE, into, at);
            EntryLine.putMobile(remove.mobile(), into, number);
            return append(END, into, append(NO_DATES, into, number + EntryLine.MOBILE_DIGITS));
        }
        boolean added = change instanceof Add;
        BlockListEntry entry = added ? ((Add) change).entry() : ((Change) change).entry();
        int line = append(added ? ADD : CHANGE, into, at);
        EntryLine.put(entry, into, line);
        return append(END, into, line + EntryLine.LENGTH);
    }

    /**
     * The change that a row spells; empty if it is anything but what {@link #put} writes.
     *
     * @param row holds the row from its first byte to its line feed
     */
    static Optional<BlockListChange> read(byte[] row, int length) {
        if (begins(ADD, row) && length == ADD.length + EntryLine.LENGTH + END.length) {
            return EntryLine.read(row, ADD.length).map(Add::new);
        }
        if (begins(CHANGE, row) && length == LONGEST) {
            return EntryLine.read(row, CHANGE.length).map(Change::new);
        }
        int dates = REMOVE.length + EntryLine.MOBILE_DIGITS;
        boolean bare = length == dates + NO_DATES.length + END.length && row[dates] == ',' && row[dates + 1] == ',';
        if (begins(REMOVE, row) && bare) {
            long mobile = EntryLine.mobile(row, REMOVE.length);
            return Mobile.isMobile(mobile) ? Optional.of(new Remove(new Mobile(mobile))) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] action, byte[] row) {
        return Arrays.equals(action, 0, action.length, row, 0, action.length);
    }

    private static int append(byte[] bytes, byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
