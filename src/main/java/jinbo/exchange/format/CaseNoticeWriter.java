package jinbo.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.platform.csv.CsvTableWriter;
import jinbo.reference.calendar.BusinessTime;

/** Writes a file of case notices ({@code cases/v1}): one row for each, with empty cells for what it does not have. */
public final class CaseNoticeWriter implements Closeable {

    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);

    static final String GROUND_SEPARATOR = "+";

    private final CsvTableWriter csv;

    public CaseNoticeWriter(OutputStream out) {
        this.csv = new CsvTableWriter(out, StandardCharsets.UTF_8);
        csv.write(CaseColumn.TITLES);
    }

    public void write(CaseNotice notice) {
        Map<CaseColumn, String> cells = new EnumMap<>(CaseColumn.class);
        cells.put(CaseColumn.NOTICE, notice.kind().name());
        if (notice instanceof CaseNotice.Complaint complaint) {
            cells.put(CaseColumn.CASE, complaint.caseNumber());
            cells.put(CaseColumn.MOBILE, complaint.mobile().digits());
            cells.put(CaseColumn.CALLED_AT, MINUTE.format(complaint.calledAt().atZone(BusinessTime.ZONE)));
            complaint.caller().ifPresent(digits -> cells.put(CaseColumn.CALLER, digits));
            cells.put(CaseColumn.PURPOSE, complaint.purpose());
            complaint.businessLine().ifPresent(line -> cells.put(CaseColumn.BUSINESS_LINE, line.value()));
            put(cells, CaseColumn.ANSWER_BY, complaint.answerBy());
        } else if (notice instanceof CaseNotice.Decision decision) {
            cells.put(CaseColumn.CASE, decision.caseNumber());
            cells.put(CaseColumn.RULING, decision.ruling());
            cells.put(CaseColumn.GROUNDS, String.join(GROUND_SEPARATOR, new TreeSet<>(decision.grounds())));
            put(cells, CaseColumn.UNTIL, decision.until());
        } else if (notice instanceof CaseNotice.Sanction sanction) {
            cells.put(CaseColumn.SANCTION, sanction.sanction());
            sanction.salesperson().ifPresent(code -> cells.put(CaseColumn.SALESPERSON, code));
            cells.put(CaseColumn.FROM, sanction.from().toString());
            put(cells, CaseColumn.UNTIL, sanction.until());
        }
        csv.write(Stream.of(CaseColumn.values())
                .map(column -> cells.getOrDefault(column, ""))
                .toList());
    }

    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static void put(Map<CaseColumn, String> cells, CaseColumn column, Optional<LocalDate> day) {
        day.ifPresent(on -> cells.put(column, on.toString()));
    }

    /** The columns of {@code exchange-formats/cases/v1/columns.csv} in their order. */
    enum CaseColumn {
        CASE,
        NOTICE,
        MOBILE,
        CALLED_AT,
        CALLER,
        PURPOSE,
        BUSINESS_LINE,
        ANSWER_BY,
        RULING,
        GROUNDS,
        SANCTION,
        SALESPERSON,
        FROM,
        UNTIL;

        static final List<String> TITLES =
                Stream.of(values()).map(CaseColumn::title).toList();

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
