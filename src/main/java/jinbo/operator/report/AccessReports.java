package jinbo.operator.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.CountAccesses;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.operator.report.AccessReport.AccessTotals;
import jinbo.operator.report.AccessReport.ReportHeader;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.csv.CsvTableWriter;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import org.springframework.stereotype.Component;

/** Makes the reports on accesses of a month, to show or as files. */
@Component
public record AccessReports(CountAccesses count, Insurers insurers, Clock clock) {

    private static final int BUFFER = 1 << 16;

    /** @throws jinbo.accesslog.AccessLogAlarmException if the access log does not continue its signed head */
    public AccessReport show(YearMonth month, Optional<InsurerCode> insurer) {
        ReportHeader head = head(month, insurer);
        List<AccessCount> kept = new ArrayList<>();
        count(head, counts -> counts.forEach(kept::add));
        AccessTotals totals = AccessTotals.NOTHING;
        for (AccessCount counted : kept) {
            totals = totals.plus(counted);
        }
        return new AccessReport(head, List.copyOf(kept), totals, List.of());
    }

    /**
     * Writes a report as a {@code .csv} table and a printable {@code .html} page.
     *
     * @param folder the target, which is created if necessary
     * @throws FileAlreadyExistsException if one of the files exists; then nothing is written
     * @throws jinbo.accesslog.AccessLogAlarmException if the access log does not continue its signed head
     */
    public AccessReport write(YearMonth month, Optional<InsurerCode> insurer, Path folder) throws IOException {
        ReportHeader head = head(month, insurer);
        Path table = folder.resolve(head.stem() + ".csv");
        Path page = folder.resolve(head.stem() + ".html");
        for (Path file : List.of(table, page)) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        OwnerOnlyPermissions.createFolder(folder);
        TemporaryFile tableDraft = TemporaryFile.of(table);
        TemporaryFile pageDraft = TemporaryFile.of(page);
        try {
            AtomicReference<AccessTotals> totals = new AtomicReference<>(AccessTotals.NOTHING);
            try (OutputStream csv = new BufferedOutputStream(tableDraft.create(), BUFFER);
                    OutputStream html = new BufferedOutputStream(pageDraft.create(), BUFFER)) {
                AccessReportTable rows = new AccessReportTable(csv, head);
                Map<String, String> names = insurers.all().stream()
                        .collect(Collectors.toMap(one -> one.code().value(), Insurer::name));
                count(head, counts -> totals.set(AccessReportPage.write(head, names, counts.peek(rows::add), html)));
                rows.flush();
            }
            tableDraft.moveToNew(table);
            pageDraft.moveToNew(page);
            return new AccessReport(head, List.of(), totals.get(), List.of(table, page));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            tableDraft.discard();
            pageDraft.discard();
        }
    }

    private ReportHeader head(YearMonth month, Optional<InsurerCode> insurer) {
        insurer.ifPresent(insurers::get);
        return new ReportHeader(month, insurer, count.head(), clock.instant());
    }

    private void count(ReportHeader head, Consumer<Stream<AccessCount>> counts) {
        count.count(head.head(), head.from(), head.until(), head.insurer().map(InsurerCode::value), counts);
    }

    /** The report as CSV (RFC 4180) in UTF-8, with the byte order mark that Excel needs. */
    static final class AccessReportTable {

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

        private final CsvTableWriter csv;
        private final List<String> before;
        private final List<String> after;

        AccessReportTable(OutputStream out, ReportHeader header) throws IOException {
            CsvTableWriter.writeByteOrderMark(out);
            csv = new CsvTableWriter(out, StandardCharsets.UTF_8);
            before = List.of(header.month().toString());
            // with a prefix, a root hash that begins with a plus sign is not taken for a formula
            after = List.of(
                    Long.toString(header.head().size()),
                    "base64:" + header.head().root());
            csv.write(COLUMNS);
        }

        void add(AccessCount count) {
            List<String> row = new ArrayList<>(before);
            Collections.addAll(
                    row,
                    count.insurer().orElse(""),
                    CsvTableWriter.escapeFormula(count.actor()),
                    count.role().name(),
                    CsvTableWriter.escapeFormula(count.confirmedBy().orElse("")),
                    count.action().name(),
                    CsvTableWriter.escapeFormula(count.purpose()));
            for (long number : new long[] {
                count.accesses(), count.numbers(), count.failed(), count.withoutResult(), count.refusals()
            }) {
                row.add(Long.toString(number));
            }
            row.addAll(after);
            csv.write(row);
        }

        void flush() throws IOException {
            csv.flush();
        }
    }
}
