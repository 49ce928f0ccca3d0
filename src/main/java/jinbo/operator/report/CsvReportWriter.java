package jinbo.operator.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessCount;

/**
 * A report as CSV (RFC 4180): UTF-8 with byte order mark, CRLF, a header row. Without the mark Excel reads it in the system's
 * character set, and Chinese reasons turn to rubbish.
 */
final class CsvReportWriter implements ReportWriter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 16;
    private static final List<String> COLUMNS = List.of(
            "month",
            "insurer",
            "actor",
            "role",
            "confirmed_by",
            "action",
            "purpose",
            "accesses",
            "numbers",
            "failed",
            "without_result",
            "refusals",
            "log_size",
            "log_root");

    /** What a spreadsheet takes for a formula, which may call out or start programs, wherever the text came from. */
    private static final String FORMULA = "=+-@\t\r\n";

    private final CsvWriter csv;
    private List<String> before = List.of();
    private List<String> after = List.of();

    CsvReportWriter(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(BUFFER)
                .build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin(ReportHeader head) {
        before = List.of(head.month().toString());
        // a root may begin with a plus, and a guard before it would make it another one: so what is told first is its
        // kind
        after = List.of(
                Long.toString(head.head().size()), "base64:" + head.head().root());
        csv.writeRecord(COLUMNS);
    }

    @Override
    public void add(AccessCount count) {
        List<String> row = new ArrayList<>(before);
        Collections.addAll(
                row,
                count.insurer().orElse(""),
                guarded(count.actor()),
                count.role().name(),
                guarded(count.confirmedBy()),
                count.action().name(),
                guarded(count.purpose()));
        for (long number :
                new long[] {count.accesses(), count.numbers(), count.failed(), count.withoutResult(), count.refusals()
                }) {
            row.add(Long.toString(number));
        }
        row.addAll(after);
        csv.writeRecord(row);
    }

    @Override
    public void end(AccessReport.Totals totals) throws IOException {
        csv.flush();
    }

    private static String guarded(Optional<String> text) {
        return text.map(CsvReportWriter::guarded).orElse("");
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
