package jinbo.partner.calls;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import jinbo.partner.PartnerException;
import jinbo.partner.PartnerException.Reason;

/**
 * An insurer's own CSV table with a column {@code mobile}, row by row. Its text may be UTF-8 or GB18030: in both, a byte that
 * looks like a comma, a quote or a line end is one, so each byte is read as a character and comes out again as it was, and only the
 * numbers are decoded.
 */
final class NumberTable implements Closeable {

    static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final String COLUMN = "mobile";
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";
    private static final List<String> UTF_16_MARKS = List.of("\u00FF\u00FE", "\u00FE\u00FF");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String name;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private final int mobile;
    private List<String> row = List.of();
    private long line;

    private NumberTable(String name, CsvReader<CsvRecord> csv) throws IOException {
        this.name = name;
        this.csv = csv;
        this.rows = csv.iterator();
        this.header = readHeader();
        this.mobile = column();
    }

    /**
     * Opens a table and reads its header.
     *
     * @param name what messages call it
     * @throws PartnerException if its header has no column {@code mobile}, or more than one
     */
    static NumberTable open(String name, InputStream in) throws IOException {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(new BufferedInputStream(in, 1 << 16), BYTES));
        try {
            return new NumberTable(name, csv);
        } catch (PartnerException | IOException e) {
            csv.close();
            throw e;
        }
    }

    List<String> header() {
        return header;
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws PartnerException if it has not as many fields as the header, or its quotes are not sound
     */
    boolean next() throws IOException {
        if (!read()) {
            return false;
        }
        if (row.size() != header.size()) {
            throw unusable("line " + line + " has " + row.size() + " fields, and the header has " + header.size());
        }
        return true;
    }

    /** The row, byte for character. */
    List<String> row() {
        return row;
    }

    /** The number of the row, as it was typed. */
    String mobile() {
        String typed = row.get(mobile);
        if (typed.chars().allMatch(c -> c < 0x80)) {
            return typed;
        }
        ByteBuffer bytes = ByteBuffer.wrap(typed.getBytes(BYTES));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return GB18030.decode(bytes.rewind()).toString();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private List<String> readHeader() throws IOException {
        if (!read()) {
            throw unusable("is empty; a header with a column mobile is wanted");
        }
        return row;
    }

    private boolean read() throws IOException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            CsvRecord next = rows.next();
            row = next.getFields();
            line = next.getStartingLineNumber();
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            // without the cause, whose text may repeat the content
            throw unusable(
                    "the row after line " + line + " is not sound CSV: its quotes do not pair, or it is too long");
        }
    }

    private int column() {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i).strip();
            if (i == 0 && UTF_16_MARKS.stream().anyMatch(title::startsWith)) {
                throw unusable("is UTF-16; save it as CSV in UTF-8");
            }
            String plain = title.startsWith(UTF_8_MARK) ? title.substring(UTF_8_MARK.length()) : title;
            if (plain.equalsIgnoreCase(COLUMN)) {
                if (found >= 0) {
                    throw unusable("has more than one column mobile");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw unusable("has no column mobile in its first line, or is not separated by commas");
        }
        return found;
    }

    private PartnerException unusable(String why) {
        return new PartnerException(Reason.TABLE_UNUSABLE, name + ": " + why);
    }
}
