import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jinbo.platform.csv.CsvTableReader;
import jinbo.platform.csv.CsvTableWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * How fast one thread reads and writes the same rows with either CSV library, in memory and in UTF-8. It needs Jinbo and its
 * libraries on the class path, which README.md tells, and prints a line for each.
 */
final class CsvLibraries {

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 7;
    private static final int BUFFER = 1 << 16;
    private static final int MAX_ROW_CHARS = 1 << 16;

    private CsvLibraries() {}

    private interface Work {
        /** Works through all rows once, and answers how many fields there were. */
        long run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<List<String>> rows = rows();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try (CsvTableWriter csv = new CsvTableWriter(table, StandardCharsets.UTF_8)) {
            rows.forEach(csv::write);
        }
        byte[] text = table.toByteArray();
        System.out.printf(Locale.ROOT, "%d rows, %.1f MB, best of %d rounds%n", ROWS, text.length / 1e6, ROUNDS);
        print("read-fastcsv-callback", () -> readFastCsvByCallback(text));
        print("read-fastcsv", () -> readFastCsv(text));
        print("read-commons-csv", () -> readCommonsCsv(text));
        print("read-commons-csv-strict", () -> readTable(text));
        print("write-fastcsv", () -> writeFastCsv(rows));
        print("write-commons-csv", () -> writeCommonsCsv(rows));
        print("write-commons-csv-table", () -> writeTable(rows));
    }

    /** Rows as of an upload: a number, two dates, two codes and a remark, of which one in ten needs quotes. */
    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(
                    Long.toString(13_800_000_000L + i * 37L),
                    "2026-10-%02d".formatted(i % 28 + 1),
                    "2Y",
                    "LIFE",
                    i % 10 == 0 ? "投诉, \"第 " + i + " 次\"" : "客户来电投诉",
                    ""));
        }
        return rows;
    }

    /** The best of some rounds, of which the first ones are for the compiler. */
    private static void print(String name, Work work) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            if (work.run() != ROWS * 6L) {
                throw new IllegalStateException(name + " has lost something");
            }
            best = Math.max(best, ROWS / ((System.nanoTime() - begin) / 1e9));
        }
        System.out.printf(Locale.ROOT, "%s %.2f million rows/s%n", name, best / 1e6);
    }

    private static Reader reader(byte[] text) {
        return new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8);
    }

    private static long readFastCsvByCallback(byte[] text) throws Exception {
        long[] fields = {0};
        try (CsvReader<long[]> csv = CsvReader.builder().build(new AbstractBaseCsvCallbackHandler<>() {
            @Override
            protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
                fields[0]++;
            }

            @Override
            protected long[] buildRecord() {
                return fields;
            }
        }, reader(text))) {
            csv.forEach(row -> {});
        }
        return fields[0];
    }

    private static long readFastCsv(byte[] text) throws Exception {
        long fields = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader(text))) {
            for (CsvRecord row : csv) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    private static long readCommonsCsv(byte[] text) throws Exception {
        long fields = 0;
        try (var csv = CSVFormat.RFC4180.parse(reader(text))) {
            for (CSVRecord row : csv) {
                fields += row.size();
            }
        }
        return fields;
    }

    private static long readTable(byte[] text) throws Exception {
        long fields = 0;
        try (CsvTableReader csv = CsvTableReader.of(reader(text), MAX_ROW_CHARS)) {
            while (csv.next()) {
                fields += csv.row().size();
            }
        }
        return fields;
    }

    private static long writeFastCsv(List<List<String>> rows) throws Exception {
        long fields = 0;
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(BUFFER)
                .build(OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
            for (List<String> row : rows) {
                csv.writeRecord(row);
                fields += row.size();
            }
        }
        return fields;
    }

    private static long writeCommonsCsv(List<List<String>> rows) throws Exception {
        long fields = 0;
        try (CSVPrinter csv = CSVFormat.RFC4180.print(new BufferedWriter(
                new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8), BUFFER))) {
            for (List<String> row : rows) {
                csv.printRecord(row);
                fields += row.size();
            }
        }
        return fields;
    }

    private static long writeTable(List<List<String>> rows) throws Exception {
        long fields = 0;
        try (CsvTableWriter csv = new CsvTableWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
            for (List<String> row : rows) {
                csv.write(row);
                fields += row.size();
            }
        }
        return fields;
    }
}
