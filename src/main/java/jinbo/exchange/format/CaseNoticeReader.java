package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import jinbo.platform.csv.CsvSyntaxException;
import jinbo.platform.csv.CsvTableReader;

/** Reads {@code cases/v1} strictly, row by row. */
public final class CaseNoticeReader {

    static final String FORMAT = "cases/v1";
    private static final int LONGEST_ROW = 1 << 12;

    private CaseNoticeReader() {}

    /**
     * @return how many there were
     * @throws FormatException if it is no file of cases; rows before the fault have been handed over
     */
    public static long read(InputStream csv, Consumer<CaseNotice> notices) throws IOException, FormatException {
        long count = 0;
        try {
            CsvTableReader table = CsvTableReader.of(new InputStreamReader(csv, StandardCharsets.UTF_8), LONGEST_ROW);
            if (!table.next() || !table.row().equals(CaseColumn.TITLES)) {
                throw new FormatException(FORMAT, "line 1", "is not the header " + String.join(",", CaseColumn.TITLES));
            }
            while (table.next()) {
                notices.accept(new CaseNoticeRow(table.line(), table.row()).notice());
                count++;
            }
            return count;
        } catch (CsvSyntaxException broken) {
            throw new FormatException(FORMAT, "line " + broken.line(), "is not CSV, or too long");
        }
    }
}
