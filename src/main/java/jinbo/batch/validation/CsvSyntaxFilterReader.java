package jinbo.batch.validation;

import java.io.IOException;
import java.io.Reader;
import jinbo.batch.validation.UploadReader.UploadTextException;
import jinbo.exchange.format.FindingCode;

/**
 * Rejects faults that the CSV parser would accept: control characters, endless rows, text after a closing quote,
 * unclosed quotes.
 *
 * <p>The last two reach the parser as {@link #ERROR_MARK}, which no upload may contain: the row is then broken, and the
 * rows after it are still read. A line break inside quotes becomes one line feed, so that the parser counts lines
 * correctly.
 */
final class CsvSyntaxFilterReader extends Reader {

    /** Marks the end of a quoted field that RFC 4180 does not allow. */
    static final char ERROR_MARK = '\u0001';

    /** From here on, control characters (DEL and C1) follow. */
    private static final char DELETE = '\u007F';

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE,
        BROKEN
    }

    private final Reader text;
    private final char separator;
    private final int maxRecordChars;
    private Place place = Place.FIELD_START;
    private boolean afterReturn;
    private boolean ended;
    private int line = 1;
    private int recordLine = 1;
    private int recordChars;

    CsvSyntaxFilterReader(Reader text, char separator, int maxRecordChars) {
        this.text = text;
        this.separator = separator;
        this.maxRecordChars = maxRecordChars;
    }

    /** Returns the current line of the file, counted from 1. */
    int line() {
        return line;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int passed = 0;
        while (passed == 0 && !ended) {
            int read = text.read(into, offset, length);
            if (read < 0) {
                ended = true;
                if (place == Place.QUOTED) {
                    into[offset] = ERROR_MARK;
                    return 1;
                }
                return -1;
            }
            passed = pass(into, offset, offset + read);
        }
        return passed == 0 ? -1 : passed;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private int pass(char[] buffer, int from, int end) throws UploadTextException {
        int to = from;
        for (int i = from; i < end; i++) {
            char next = buffer[i];
            if (next > '"'
                    && next < DELETE
                    && place == Place.PLAIN
                    && next != separator
                    && recordChars < maxRecordChars) {
                // fast path for nearly all characters
                recordChars++;
                afterReturn = false;
                buffer[to++] = next;
                continue;
            }
            if (next <= '\r' && (next == '\n' || next == '\r')) {
                boolean secondOfPair = next == '\n' && afterReturn;
                afterReturn = next == '\r';
                if (!secondOfPair) {
                    nextLine();
                }
                if (place != Place.QUOTED) {
                    place = Place.FIELD_START;
                    recordChars = 0;
                    recordLine = line;
                } else if (secondOfPair) {
                    continue;
                } else {
                    next = '\n';
                }
            } else {
                afterReturn = false;
                next = inLine(next);
            }
            buffer[to++] = next;
        }
        return to - from;
    }

    private char inLine(char next) throws UploadTextException {
        if (Character.isISOControl(next) && next != '\t') {
            throw new UploadTextException(FindingCode.TEXT_INVALID, line);
        }
        recordChars++;
        if (recordChars > maxRecordChars) {
            throw new UploadTextException(FindingCode.TOO_LARGE, recordLine);
        }
        if (place == Place.QUOTED) {
            place = next == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
        } else if (next == separator) {
            place = Place.FIELD_START;
        } else if (place == Place.FIELD_START) {
            place = next == '"' ? Place.QUOTED : Place.PLAIN;
        } else if (place == Place.AFTER_QUOTE && next == '"') {
            place = Place.QUOTED;
        } else if (place != Place.PLAIN) {
            place = Place.BROKEN;
            return ERROR_MARK;
        }
        return next;
    }

    private void nextLine() throws UploadTextException {
        recordChars++;
        boolean endless = place == Place.QUOTED && recordChars > maxRecordChars;
        if (endless || line == Integer.MAX_VALUE) {
            throw new UploadTextException(FindingCode.TOO_LARGE, recordLine);
        }
        line++;
    }
}
