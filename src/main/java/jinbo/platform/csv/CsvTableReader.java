package jinbo.platform.csv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV table row by row. Rows have a limited length; lines may end with LF, CRLF or CR. */
public final class CsvTableReader implements Closeable {

    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int MAX_ROW_CHARS = 1 << 16;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|\n");
    private static final CSVFormat WITHOUT_BLANK_LINES =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> row = List.of();
    private long line;
    private long lastLine;

    private CsvTableReader(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    /** Reads a table in which a blank line is a row of one empty field. */
    public static CsvTableReader of(Reader text, int maxRowChars) throws IOException {
        return new CsvTableReader(CSVFormat.RFC4180.parse(new StrictCsvReader(text, maxRowChars)));
    }

    public static CsvTableReader skippingBlankLines(Reader text, int maxRowChars) throws IOException {
        return new CsvTableReader(WITHOUT_BLANK_LINES.parse(new StrictCsvReader(text, maxRowChars)));
    }

    /** @param file UTF-8 with or without byte order mark; left open */
    public static void read(InputStream file, List<String> header, RowHandler rows, ProblemHandler problems)
            throws IOException {
        InputStream text = new BufferedInputStream(file, MAX_ROW_CHARS);
        skipByteOrderMark(text);
        try {
            CsvTableReader table =
                    skippingBlankLines(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), MAX_ROW_CHARS);
            if (!table.next()) {
                problems.problem(0, CsvError.EMPTY);
            } else if (!table.row().equals(header)) {
                problems.problem(table.line(), CsvError.HEADER, String.join(",", header));
            } else {
                while (table.next() && rows.take(table.line(), table.row())) {
                    continue;
                }
            }
        } catch (CsvSyntaxException broken) {
            problems.problem(broken.line(), CsvError.NOT_CSV);
        } catch (CharacterCodingException other) {
            problems.problem(0, CsvError.NOT_UTF8);
        }
    }

    /** @param file a stream that {@link InputStream#markSupported() supports marks}, at its beginning */
    public static boolean skipByteOrderMark(InputStream file) throws IOException {
        file.mark(BYTE_ORDER_MARK.length);
        boolean marked = Arrays.equals(file.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        if (!marked) {
            file.reset();
        }
        return marked;
    }

    public boolean next() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            row = List.of(records.next().values());
            // the parser only knows the line at which the row ends
            long reached = parser.getCurrentLineNumber();
            line = reached == lastLine + 1 ? reached : reached - lineBreaks(row);
            lastLine = reached;
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    public List<String> row() {
        return row;
    }

    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static long lineBreaks(List<String> fields) {
        return fields.stream()
                .mapToLong(field -> LINE_BREAK.matcher(field).results().count())
                .sum();
    }

    @FunctionalInterface
    public interface RowHandler {

        boolean take(long line, List<String> fields);
    }

    @FunctionalInterface
    public interface ProblemHandler {

        /** @param line the physical line; 0 for the whole file */
        void problem(long line, ErrorCode reason, Object... facts);
    }

    enum CsvError implements ErrorCode {
        EMPTY,
        HEADER,
        NOT_CSV,
        NOT_UTF8;

        @Override
        public ErrorType type() {
            return new ErrorType("TABLE_UNUSABLE", 422);
        }
    }

    /** Filters the input of Commons CSV, which does not limit rows and accepts blanks after a closing quote. */
    private static final class StrictCsvReader extends Reader {

        private enum Place {
            FIELD_START,
            PLAIN,
            QUOTED,
            AFTER_QUOTE
        }

        private final Reader text;
        private final int maxRowChars;
        private Place place = Place.FIELD_START;
        private boolean afterReturn;
        private boolean broken;
        private long line = 1;
        private long rowLine = 1;
        private int rowChars;

        StrictCsvReader(Reader text, int maxRowChars) {
            this.text = text;
            this.maxRowChars = maxRowChars;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = broken ? 0 : text.read(into, offset, length);
            broken |= read < 0 && place == Place.QUOTED;
            int sound = 0;
            while (sound < read && !broken) {
                broken = !accepts(into[offset + sound]);
                sound += broken ? 0 : 1;
            }
            if (broken && sound == 0) {
                throw new CsvSyntaxException(rowLine);
            }
            return read < 0 ? read : sound;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }

        private boolean accepts(char next) {
            boolean endsLine = next == '\n' || next == '\r';
            if (endsLine && !(next == '\n' && afterReturn)) {
                line++;
            }
            afterReturn = next == '\r';
            if (endsLine && place != Place.QUOTED) {
                place = Place.FIELD_START;
                rowChars = 0;
                rowLine = line;
                return true;
            }
            rowChars++;
            return rowChars <= maxRowChars && mayFollow(next);
        }

        private boolean mayFollow(char next) {
            if (place == Place.QUOTED) {
                place = next == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            } else if (next == ',') {
                place = Place.FIELD_START;
            } else if (place == Place.FIELD_START) {
                place = next == '"' ? Place.QUOTED : Place.PLAIN;
            } else if (place == Place.AFTER_QUOTE) {
                place = Place.QUOTED;
                return next == '"';
            }
            return true;
        }
    }
}
