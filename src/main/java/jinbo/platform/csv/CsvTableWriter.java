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

/** Writes a table row by row: lines end with CR LF, and fields are in double quotes where they need it. */
public final class CsvTableWriter implements Closeable, Flushable {

    private static final int BUFFER = 1 << 16;

    private final CSVPrinter csv;

    /** The stream is closed together with this writer. */
    public CsvTableWriter(OutputStream out, Charset charset) {
        try {
            this.csv = CSVFormat.RFC4180.print(new BufferedWriter(new OutputStreamWriter(out, charset), BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a file in UTF-8 in the way in which Excel knows it for one. */
    public static void writeByteOrderMark(OutputStream out) throws IOException {
        out.write(CsvTableReader.BYTE_ORDER_MARK);
    }

    /** @throws UncheckedIOException if the stream fails */
    public void write(List<String> fields) {
        try {
            for (int i = 0; i < fields.size(); i++) {
                String field = fields.get(i);
                if (i == 0 && !field.isEmpty() && field.charAt(0) > '~') {
                    csv.print(null);
                    csv.getOut().append(asIfNotFirst(field));
                } else {
                    csv.print(field.isEmpty() ? null : field);
                }
            }
            csv.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The printer puts a first field in quotes if it is empty or not ASCII; so for it there is nothing, and then this. */
    private static String asIfNotFirst(String field) {
        return CSVFormat.RFC4180.format(null, field).substring(1);
    }

    /** Writes out what is left, and leaves the stream open. */
    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
