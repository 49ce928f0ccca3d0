package jinbo.cases.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.cases.report.CaseReportColumn.BilingualTitle;
import jinbo.cases.report.CountCases.CaseGroup;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.csv.CsvTableWriter;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.http.PrintablePage;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.ListCounts;
import org.springframework.stereotype.Component;

/** Makes the monthly report about cases, and writes it to files. */
@Component
public record CaseReports(CountCases cases, ListCounts lists, Insurers insurers, BusinessLines lines, Clock clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    public CaseReport of(YearMonth month) {
        return new CaseReport(
                IntStream.range(0, CaseReport.MONTHS)
                        .mapToObj(before -> counted(month.minusMonths(CaseReport.MONTHS - 1L - before)))
                        .toList(),
                clock.instant());
    }

    /**
     * Writes the month and its trend as {@code .csv}, and both as a printable {@code .html} page.
     *
     * @throws FileAlreadyExistsException if one of the files exists; nothing is written then
     */
    public List<Path> write(CaseReport report, Path folder) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(folder.resolve(report.stem() + ".csv"), CaseReportCsv.of(List.of(report.last())));
        files.put(folder.resolve(report.stem() + "-trend.csv"), CaseReportCsv.of(report.months()));
        files.put(folder.resolve(report.stem() + ".html"), page(report));
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        OwnerOnlyPermissions.createFolder(folder);
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        return List.copyOf(files.keySet());
    }

    /** Renders the page in Chinese and English. The page has no script and loads nothing. */
    private byte[] page(CaseReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintablePage.write(
                "cases/report/case-report",
                Map.of(
                        "report",
                        report,
                        "content",
                        content(report),
                        "madeAt",
                        TIME.format(report.madeAt().atZone(BusinessTime.ZONE)),
                        "width",
                        BarChart.WIDTH,
                        "height",
                        BarChart.HEIGHT),
                out);
        return out.toByteArray();
    }

    public CaseReportContent content(CaseReport report) {
        return CaseReportContent.of(
                report,
                insurers.all().stream()
                        .collect(Collectors.toMap(Insurer::code, insurer -> PrintablePage.visible(insurer.name()))),
                lines.all().stream()
                        .collect(Collectors.toMap(
                                BusinessLine::code,
                                line -> new BilingualTitle(
                                        PrintablePage.visible(line.chineseName()),
                                        PrintablePage.visible(line.name())))));
    }

    private MonthlyCaseCounts counted(YearMonth month) {
        Instant from = CaseReport.startOf(month);
        Instant until = CaseReport.endOf(month);
        Map<CaseGroup, CaseCounts> counts =
                new HashMap<>(cases.counts(from, until, month.plusMonths(1).atDay(1)));
        cases.answerTimes(from, until)
                .forEach((group, times) -> counts.merge(group, CaseCounts.NOTHING.with(times), CaseCounts::plus));
        Map<InsurerCode, Long> entries = lists.entriesDeliveredBefore(until);
        SortedMap<InsurerCode, CaseCounts> ofInsurers = new TreeMap<>();
        insurers.all().stream()
                .filter(insurer -> insurer.joinedAt().isBefore(until))
                .map(Insurer::code)
                .forEach(code -> ofInsurers.put(
                        code,
                        sum(counts, group -> group.insurer().equals(Optional.of(code)))
                                .withEntriesOnList(entries.getOrDefault(code, 0L))));
        SortedMap<LineCode, CaseCounts> ofLines = new TreeMap<>();
        counts.keySet().stream()
                .flatMap(group -> group.line().stream())
                .forEach(line ->
                        ofLines.put(line, sum(counts, group -> group.line().equals(Optional.of(line)))));
        ofLines.values().removeIf(CaseCounts::isOfNoCase);
        return new MonthlyCaseCounts(
                month,
                ofInsurers,
                sum(counts, group -> group.insurer().isEmpty()),
                ofLines,
                sum(counts, group -> group.line().isEmpty()));
    }

    private static CaseCounts sum(Map<CaseGroup, CaseCounts> counts, Predicate<CaseGroup> wanted) {
        return counts.entrySet().stream()
                .filter(each -> wanted.test(each.getKey()))
                .map(Map.Entry::getValue)
                .reduce(CaseCounts.NOTHING, CaseCounts::plus);
    }

    private static void write(Path target, byte[] content) throws IOException {
        TemporaryFile temporaryFile = TemporaryFile.of(target);
        try {
            try (OutputStream out = temporaryFile.create()) {
                out.write(content);
            }
            temporaryFile.moveToNew(target);
        } finally {
            temporaryFile.discard();
        }
    }

    /** Writes CSV (RFC 4180, UTF-8): of each month a row for each insurer, the total, and a row for each line. */
    public static final class CaseReportCsv {

        private CaseReportCsv() {}

        public static byte[] of(List<MonthlyCaseCounts> months) {
            List<String> header = new ArrayList<>(List.of("month", "insurer", "business_line"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CsvTableWriter csv = new CsvTableWriter(out, StandardCharsets.UTF_8)) {
                Arrays.stream(CaseReportColumn.values())
                        .map(CaseReportColumn::key)
                        .forEach(header::add);
                csv.write(header);
                for (MonthlyCaseCounts month : months) {
                    for (MonthlyCaseCounts.Row row : month.rows()) {
                        List<String> cells =
                                new ArrayList<>(List.of(month.month().toString(), row.insurer(), row.line()));
                        for (CaseReportColumn column : CaseReportColumn.values()) {
                            cells.add(row.of(column).map(Object::toString).orElse(""));
                        }
                        csv.write(cells);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }
}
