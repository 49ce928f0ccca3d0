package jinbo.cases.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jinbo.platform.csv.CsvTableWriter;

/**
 * The report as CSV (RFC 4180): UTF-8, CRLF, a header row, then for each month a row an insurer, one of all, and of all a row a line of
 * business.
 */
public final class CaseReportCsv {

    private CaseReportCsv() {}

    public static byte[] of(List<MonthlyCaseCounts> months) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTableWriter csv = new CsvTableWriter(out, StandardCharsets.UTF_8)) {
            csv.write(header());
            for (MonthlyCaseCounts month : months) {
                for (MonthlyCaseCounts.Row row : month.rows()) {
                    csv.write(cells(month, row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("month", "insurer", "business_line"));
        Arrays.stream(CaseReportColumn.values()).map(CaseReportColumn::key).forEach(header::add);
        return header;
    }

    private static List<String> cells(MonthlyCaseCounts month, MonthlyCaseCounts.Row row) {
        List<String> cells = new ArrayList<>(List.of(month.month().toString(), row.insurer(), row.line()));
        for (CaseReportColumn column : CaseReportColumn.values()) {
            cells.add(row.of(column).map(Object::toString).orElse(""));
        }
        return cells;
    }
}
