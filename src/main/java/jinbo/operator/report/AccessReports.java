package jinbo.operator.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.CountAccesses;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import org.springframework.stereotype.Component;

/** Makes the reports of who saw how much in a month, and why. */
@Component
public record AccessReports(CountAccesses count, Insurers insurers, Clock clock) {

    private static final int BUFFER = 1 << 16;

    /**
     * Makes one, and keeps the counts.
     *
     * @throws jinbo.accesslog.AccessLogAlarmException if the log is not what was signed
     */
    public AccessReport show(YearMonth month, Optional<InsurerCode> insurer) {
        ReportHeader head = head(month, insurer);
        List<AccessCount> kept = new ArrayList<>();
        count(head, counts -> counts.forEach(kept::add));
        AccessReport.AccessTotals totals = AccessReport.AccessTotals.NOTHING;
        for (AccessCount counted : kept) {
            totals = totals.plus(counted);
        }
        return new AccessReport(head, List.copyOf(kept), totals, List.of());
    }

    /**
     * Makes one as a table ({@code .csv}) and as a printable page ({@code .html}).
     *
     * @param folder where; made if it is not there
     * @throws FileAlreadyExistsException if one of the two is there already; nothing is written then
     * @throws jinbo.accesslog.AccessLogAlarmException if the log is not what was signed
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
            AtomicReference<AccessReport.AccessTotals> totals =
                    new AtomicReference<>(AccessReport.AccessTotals.NOTHING);
            try (OutputStream csv = new BufferedOutputStream(tableDraft.create(), BUFFER);
                    OutputStream html = new BufferedOutputStream(pageDraft.create(), BUFFER)) {
                AccessReportTable rows = new AccessReportTable(csv, head);
                Map<String, String> names = names();
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

    private Map<String, String> names() {
        return insurers.all().stream()
                .collect(Collectors.toMap(insurer -> insurer.code().value(), Insurer::name));
    }
}
