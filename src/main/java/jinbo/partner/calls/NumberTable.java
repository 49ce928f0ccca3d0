package jinbo.partner.calls;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.platform.csv.CsvSyntaxException;
import jinbo.platform.csv.CsvTableReader;

/**
 * Reads a CSV table with a column of mobile numbers, in UTF-8 or GB18030. It is read byte by byte, because the
 * characters of CSV itself are the same in both encodings.
 */
final class NumberTable implements Closeable {

    static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final String COLUMN = "mobile";
    private static final int MAX_ROW_CHARS = 1 << 24;
    private static final List<String> UTF_16_MARKS = List.of("\u00FF\u00FE", "\u00FE\u00FF");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String name;
    private final boolean marked;
    private final CsvTableReader csv;
    private final List<String> header;
    private final int mobile;

    private NumberTable(String name, boolean marked, CsvTableReader csv) throws IOException {
        this.name = name;
        this.marked = marked;
        this.csv = csv;
        this.header = readHeader();
        this.mobile = column();
    }

    /** Opens a table; it must have exactly one column {@code mobile}. Messages contain {@code name}. */
    static NumberTable open(String name, InputStream in) throws IOException {
        InputStream bytes = new BufferedInputStream(in, 1 << 16);
        boolean marked = CsvTableReader.skipByteOrderMark(bytes);
        CsvTableReader csv = CsvTableReader.skippingBlankLines(new InputStreamReader(bytes, BYTES), MAX_ROW_CHARS);
        try {
            return new NumberTable(name, marked, csv);
        } catch (PartnerException | IOException e) {
            csv.close();
            throw e;
        }
    }

    /** True if the table begins with a UTF-8 byte order mark. */
    boolean hasByteOrderMark() {
        return marked;
    }

    List<String> header() {
        return header;
    }

    boolean next() throws IOException {
        if (!read()) {
            return false;
        }
        if (row().size() != header.size()) {
            throw new PartnerException(PartnerError.FIELDS_DIFFER, name, csv.line(), row().size(), header.size());
        }
        return true;
    }

    /** The cells of the row, not decoded: each character stands for one byte. */
    List<String> row() {
        return csv.row();
    }

    /** The decoded text of the row's number, not parsed yet. */
    String mobile() {
        String typed = row().get(mobile);
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
            throw new PartnerException(PartnerError.TABLE_EMPTY, name);
        }
        return row();
    }

    private boolean read() throws IOException {
        try {
            return csv.next();
        } catch (CsvSyntaxException e) {
            throw new PartnerException(PartnerError.TABLE_NOT_CSV, name, csv.line());
        }
    }

    private int column() {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i).strip();
            if (i == 0 && UTF_16_MARKS.stream().anyMatch(title::startsWith)) {
                throw new PartnerException(PartnerError.TABLE_UTF16, name);
            }
            if (title.equalsIgnoreCase(COLUMN)) {
                if (found >= 0) {
                    throw new PartnerException(PartnerError.MOBILE_TWICE, name);
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new PartnerException(PartnerError.MOBILE_MISSING, name);
        }
        return found;
    }
}
