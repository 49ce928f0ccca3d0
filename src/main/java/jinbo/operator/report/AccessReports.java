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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jinbo.accesslog.CountAccesses;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.files.Draft;
import jinbo.platform.files.OwnerOnly;
import org.springframework.stereotype.Component;

/** Makes the reports of who saw how much in a month, and why. */
@Component
public class AccessReports {

    private static final int BUFFER = 1 << 16;

    private final CountAccesses count;
    private final Insurers insurers;
    private final Clock clock;

    AccessReports(CountAccesses count, Insurers insurers, Clock clock) {
        this.count = count;
        this.insurers = insurers;
        this.clock = clock;
    }

    /**
     * Makes one, and keeps the counts.
     *
     * @throws jinbo.accesslog.AccessLogAlarmException if the log is not what was signed
     */
    public WrittenReport show(YearMonth month, Optional<InsurerCode> insurer) {
        ReportHead head = head(month, insurer);
        CountsKept kept = new CountsKept();
        try {
            ReportTotals totals = fill(head, List.of(kept));
            return new WrittenReport(head, kept.counts(), totals, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes one as a table ({@code .csv}) and as a printable page ({@code .html}).
     *
     * @param folder where; made if it is not there
     * @throws FileAlreadyExistsException if one of the two is there already; nothing is written then
     * @throws jinbo.accesslog.AccessLogAlarmException if the log is not what was signed
     */
    public WrittenReport write(YearMonth month, Optional<InsurerCode> insurer, Path folder) throws IOException {
        ReportHead head = head(month, insurer);
        Path table = folder.resolve(head.stem() + ".csv");
        Path page = folder.resolve(head.stem() + ".html");
        for (Path file : List.of(table, page)) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        OwnerOnly.createFolder(folder);
        Draft tableDraft = Draft.of(table);
        Draft pageDraft = Draft.of(page);
        try {
            ReportTotals totals;
            try (OutputStream csv = new BufferedOutputStream(tableDraft.create(), BUFFER);
                    OutputStream html = new BufferedOutputStream(pageDraft.create(), BUFFER)) {
                totals = fill(head, List.of(new CsvSheet(csv), new PrintedPage(html, names())));
            }
            tableDraft.becomesNew(table);
            pageDraft.becomesNew(page);
            return new WrittenReport(head, List.of(), totals, List.of(table, page));
        } finally {
            tableDraft.discard();
            pageDraft.discard();
        }
    }

    private ReportHead head(YearMonth month, Optional<InsurerCode> insurer) {
        insurer.ifPresent(insurers::get);
        return new ReportHead(month, insurer, count.head(), clock.instant());
    }

    private ReportTotals fill(ReportHead head, List<Sheet> sheets) throws IOException {
        AtomicReference<ReportTotals> totals = new AtomicReference<>(ReportTotals.NOTHING);
        for (Sheet sheet : sheets) {
            sheet.begin(head);
        }
        try {
            count.count(head.head(), head.from(), head.until(), head.insurer().map(InsurerCode::value), counted -> {
                totals.updateAndGet(sum -> sum.plus(counted));
                for (Sheet sheet : sheets) {
                    try {
                        sheet.add(counted);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Sheet sheet : sheets) {
            sheet.end(totals.get());
        }
        return totals.get();
    }

    private Map<String, String> names() {
        return insurers.all().stream()
                .collect(Collectors.toMap(insurer -> insurer.code().value(), Insurer::name));
    }
}
