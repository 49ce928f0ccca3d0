package jinbo.partner;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import jinbo.exchange.format.BlockListEntry;
import jinbo.reference.phone.Mobile;

/** One row of a full block list in a file, in bytes of one width ({@code exchange-formats/blocklist/v1/README.md}). */
final class BlockListFileRow {

    static final int HEADER = "mobile,effective_on,expires_on\r\n".length();
    static final int LENGTH = "13800000000,2012-10-09,2014-10-09\r\n".length();

    private static final int MOBILE_DIGITS = 11;
    private static final int EFFECTIVE_ON = 12;
    private static final int EXPIRES_ON = 23;

    private BlockListFileRow() {}

    /** The number of a row. */
    static long number(byte[] row) throws IOException {
        return digits(row, 0, MOBILE_DIGITS);
    }

    /** The whole row. */
    static BlockListEntry entry(byte[] row) throws IOException {
        try {
            return new BlockListEntry(new Mobile(number(row)), date(row, EFFECTIVE_ON), date(row, EXPIRES_ON));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    /** Without the cause, whose text repeats the row. */
    static BlockListDamagedException damaged() {
        return new BlockListDamagedException(
                "A row of the applied list is damaged; run partner sync, which makes the list anew or asks for a full one");
    }

    private static LocalDate date(byte[] row, int at) throws IOException {
        return LocalDate.of((int) digits(row, at, 4), (int) digits(row, at + 5, 2), (int) digits(row, at + 8, 2));
    }

    private static long digits(byte[] row, int at, int count) throws IOException {
        long value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = row[i] - '0';
            if (digit < 0 || digit > 9) {
                throw damaged();
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
