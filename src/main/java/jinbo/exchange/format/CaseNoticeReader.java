package jinbo.exchange.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads {@code cases/v1} strictly, row by row. */
public final class CaseNoticeReader {

    static final String FORMAT = "cases/v1";
    private static final int LONGEST_FIELD = 1 << 12;

    private CaseNoticeReader() {}

    /**
     * Hands every row to a consumer.
     *
     * @return how many there were
     * @throws FormatException if it is no file of cases; rows before the fault have been handed over
     */
    public static long read(InputStream csv, Consumer<CaseNotice> notices) throws IOException, FormatException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .skipEmptyLines(false)
                .ofCsvRecord(csv, StandardCharsets.UTF_8);
        long count = -1;
        try {
            for (CsvRecord row : reader) {
                if (count < 0 && !row.getFields().equals(CaseColumn.TITLES)) {
                    throw new FormatException(
                            FORMAT, "line 1", "is not the header " + String.join(",", CaseColumn.TITLES));
                }
                if (count >= 0) {
                    notices.accept(new CaseNoticeRow(row).notice());
                }
                count++;
            }
        } catch (CsvParseException broken) {
            throw new FormatException(FORMAT, "a row", "is not CSV of " + CaseColumn.TITLES.size() + " fields");
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (count < 0) {
            throw new FormatException(FORMAT, "line 1", "is missing");
        }
        return count;
    }
}
