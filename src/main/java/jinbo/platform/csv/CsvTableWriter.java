package jinbo.platform.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a CSV table row by row, with CRLF line ends and quotes around fields that need them. */
public final class CsvTableWriter implements Closeable, Flushable {

    private static final int BUFFER = 1 << 16;
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CSVPrinter csv;

    public CsvTableWriter(OutputStream out, Charset charset) {
        try {
            this.csv = CSVFormat.RFC4180.print(new BufferedWriter(new OutputStreamWriter(out, charset), BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the byte order mark by which Excel recognizes UTF-8. */
    public static void writeByteOrderMark(OutputStream out) throws IOException {
        out.write(CsvTableReader.BYTE_ORDER_MARK);
    }

    /**
     * Puts an apostrophe before text that a spreadsheet would evaluate as a formula, by the first characters that OWASP
     * lists under "CSV Injection".
     */
    public static String escapeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public void write(List<String> fields) {
        try {
            for (int i = 0; i < fields.size(); i++) {
                String field = fields.get(i);
                if (i == 0 && !field.isEmpty() && field.charAt(0) > '~') {
                    csv.print(null);
                    csv.getOut().append(formatAsSecondField(field));
                } else {
                    csv.print(field.isEmpty() ? null : field);
                }
            }
            csv.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a first field without the quotes that the library adds if it is empty or not ASCII. */
    private static String formatAsSecondField(String field) {
        return CSVFormat.RFC4180.format(null, field).substring(1);
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
