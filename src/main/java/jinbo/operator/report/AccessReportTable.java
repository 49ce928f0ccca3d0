package jinbo.operator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.platform.csv.CsvTableWriter;

/**
 * A report as CSV (RFC 4180): UTF-8 with byte order mark, CRLF, a header row. Without the mark Excel reads it in the system's
 * character set, and Chinese reasons turn to rubbish.
 */
final class AccessReportTable {

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

    private final CsvTableWriter csv;
    private final List<String> before;
    private final List<String> after;

    AccessReportTable(OutputStream out, ReportHeader header) throws IOException {
        CsvTableWriter.writeByteOrderMark(out);
        csv = new CsvTableWriter(out, StandardCharsets.UTF_8);
        before = List.of(header.month().toString());
        // a root may begin with a plus, and a guard before it would make it another one: so what is told first is its
        // kind
        after = List.of(
                Long.toString(header.head().size()), "base64:" + header.head().root());
        csv.write(COLUMNS);
    }

    void add(AccessCount count) {
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
        csv.write(row);
    }

    void flush() throws IOException {
        csv.flush();
    }

    private static String guarded(Optional<String> text) {
        return text.map(AccessReportTable::guarded).orElse("");
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
