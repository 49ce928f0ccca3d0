package jinbo.exchange.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads an outcome ({@code outcome/v1}) strictly, row by row. */
public final class OutcomeReader {

    static final List<String> COLUMNS = List.of("line", "column", "severity", "code", "message");

    private static final String FORMAT = "outcome/v1";
    private static final int LONGEST_FIELD = 1 << 16;

    private OutcomeReader() {}

    /** @throws FormatException for the first fault; the earlier rows have been passed on */
    public static long read(InputStream csv, Consumer<Row> rows) throws IOException, FormatException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .skipEmptyLines(false)
                .ofCsvRecord(csv, StandardCharsets.UTF_8);
        long count = -1;
        try {
            for (CsvRecord row : reader) {
                if (count < 0 && !row.getFields().equals(COLUMNS)) {
                    throw new FormatException(FORMAT, "line 1", "is not the header " + String.join(",", COLUMNS));
                }
                if (count >= 0) {
                    rows.accept(line(row));
                }
                count++;
            }
        } catch (CsvParseException broken) {
            throw new FormatException(FORMAT, "a row", "is not CSV of " + COLUMNS.size() + " fields");
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (count < 0) {
            throw new FormatException(FORMAT, "line 1", "is missing");
        }
        return count;
    }

    private static Row line(CsvRecord row) throws FormatException {
        String place = "line " + row.getStartingLineNumber();
        if (row.getFieldCount() != COLUMNS.size()) {
            throw new FormatException(FORMAT, place, "has not " + COLUMNS.size() + " fields");
        }
        String line = row.getField(0);
        if (!line.matches("|[1-9][0-9]{0,8}")) {
            throw new FormatException(FORMAT, place, "has no line number");
        }
        FindingCode code = Arrays.stream(FindingCode.values())
                .filter(known -> known.name().equals(row.getField(3)))
                .findAny()
                .orElseThrow(() -> new FormatException(FORMAT, place, "has an unknown code"));
        if (!code.severity().name().equals(row.getField(2))) {
            throw new FormatException(FORMAT, place, "has a severity that is not its code's");
        }
        Finding finding = new Finding(
                line.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(line)),
                Optional.of(row.getField(1)).filter(column -> !column.isEmpty()),
                code);
        return new Row(finding, row.getField(4));
    }

    public record Row(Finding finding, String message) {}
}
