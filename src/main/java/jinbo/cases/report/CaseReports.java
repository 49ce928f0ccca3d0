package jinbo.cases.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import jinbo.registry.blocklist.ListCounts;
import org.springframework.stereotype.Component;

/** Makes the monthly report of cases, which is handed round among insurers. */
@Component
public class CaseReports {

    private final CountCases cases;
    private final ComputeAnswerTimes answers;
    private final ListCounts lists;
    private final Insurers insurers;
    private final Clock clock;

    CaseReports(CountCases cases, ComputeAnswerTimes answers, ListCounts lists, Insurers insurers, Clock clock) {
        this.cases = cases;
        this.answers = answers;
        this.lists = lists;
        this.insurers = insurers;
        this.clock = clock;
    }

    /** Makes one. */
    public CaseReport of(YearMonth month) {
        return new CaseReport(
                IntStream.range(0, CaseReport.MONTHS)
                        .mapToObj(before -> counted(month.minusMonths(CaseReport.MONTHS - 1L - before)))
                        .toList(),
                clock.instant());
    }

    /**
     * Writes one as a table of the month and one of all its months ({@code .csv}), and as a printable page ({@code .html}).
     *
     * @param folder where; made if it is not there
     * @return the files
     * @throws FileAlreadyExistsException if one of them is there already; nothing is written then
     */
    public List<Path> write(CaseReport report, Path folder) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(folder.resolve(report.stem() + ".csv"), CaseReportCsv.of(List.of(report.last())));
        files.put(folder.resolve(report.stem() + "-trend.csv"), CaseReportCsv.of(report.months()));
        files.put(folder.resolve(report.stem() + ".html"), CaseReportHtml.of(report, names()));
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

    /** The name of each insurer. */
    public Map<InsurerCode, String> names() {
        Map<InsurerCode, String> names = new TreeMap<>();
        insurers.all().forEach(insurer -> names.put(insurer.code(), insurer.name()));
        return names;
    }

    private MonthlyCaseCounts counted(YearMonth month) {
        Instant from = CaseReport.startOf(month);
        Instant until = CaseReport.endOf(month);
        Map<Optional<InsurerCode>, CaseCounts> counts =
                cases.between(from, until, month.plusMonths(1).atDay(1));
        Map<InsurerCode, AnswerTimes> times = answers.between(from, until);
        Map<InsurerCode, Long> numbers = lists.numbersDeliveredBefore(until);
        SortedMap<InsurerCode, CaseCounts> ofInsurers = new TreeMap<>();
        for (Insurer insurer : takingPart(until)) {
            InsurerCode code = insurer.code();
            ofInsurers.put(
                    code,
                    counts.getOrDefault(Optional.of(code), CaseCounts.NOTHING)
                            .with(times.getOrDefault(code, AnswerTimes.NONE))
                            .withNumbersOnList(numbers.getOrDefault(code, 0L)));
        }
        return new MonthlyCaseCounts(month, ofInsurers, counts.getOrDefault(Optional.empty(), CaseCounts.NOTHING));
    }

    private List<Insurer> takingPart(Instant until) {
        return insurers.all().stream()
                .filter(insurer -> insurer.joinedAt().isBefore(until))
                .toList();
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
}
