package jinbo.reference.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jinbo.accesslog.DecisionRecords;
import jinbo.platform.csv.CsvTableReader;
import jinbo.platform.csv.RefusedTableException;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.error.ErrorType;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Segments.SegmentFile.SegmentError;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The segment table in use: the last imported one, or else that of February 2023, which comes with the program. */
@Component
public class Segments {

    /** By home province. */
    private static final Map<String, SegmentTable> BUNDLED = new ConcurrentHashMap<>();

    private final SegmentTableRepository rows;
    private final TransactionTemplate transaction;
    private final String home;
    private volatile @Nullable SegmentTable last;

    /** @param home the association's province, as the segment table spells it */
    Segments(
            JdbcTemplate jdbc,
            DecisionRecords records,
            PlatformTransactionManager transactions,
            @Value("${jinbo.region:北京}") String home) {
        this.rows = new SegmentTableRepository(jdbc, records);
        this.transaction = new TransactionTemplate(transactions);
        this.home = home;
    }

    /** @throws HomeProvinceUnknownException if the table has no segment of the home province */
    public SegmentTable current() {
        Optional<Integer> newest = rows.newest();
        SegmentTable table = newest.isEmpty() ? bundled() : imported(newest.get());
        if (table.homeSegments() == 0) {
            throw new HomeProvinceUnknownException(home, table);
        }
        return table;
    }

    /** The year and month of the last import, or else of the bundled table. Does not read the table itself. */
    public YearMonth month() {
        return rows.newestImportedAt()
                .map(at -> YearMonth.from(BusinessTime.dateOf(at)))
                .orElseGet(Segments::bundledMonth);
    }

    public ImportResult importFile(Path file, String by, Instant at) throws RefusedTableException, IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return importFile(bytes, by, at);
        }
    }

    /**
     * Replaces the table, in the caller's transaction if there is one. A file is refused as wrong or truncated if it
     * lacks the home province, or has less than half of that province's current segments.
     *
     * @param file CSV in UTF-8 with the header {@code segment,province}; left open
     * @throws RefusedTableException with the problems by line
     */
    public ImportResult importFile(InputStream file, String by, Instant at) throws RefusedTableException, IOException {
        SegmentProvinces segments = SegmentFile.read(file);
        SegmentTable table = segments.table("import", home);
        if (table.homeSegments() == 0) {
            throw refused(ErrorMessage.of(SegmentError.NO_HOME_SEGMENTS, home, someOf(segments.provinces())));
        }
        Optional<ImportResult> made =
                Objects.requireNonNull(transaction.execute(status -> replaceUnlessShrunk(segments, table, by, at)));
        return made.orElseThrow(() ->
                refused(ErrorMessage.of(SegmentError.LESS_THAN_HALF, table.homeSegments(), home, homeSegmentsNow())));
    }

    private Optional<ImportResult> replaceUnlessShrunk(
            SegmentProvinces segments, SegmentTable table, String by, Instant at) {
        rows.lock();
        int before = homeSegmentsNow();
        if (table.homeSegments() * 2 < before) {
            return Optional.empty();
        }
        String version = name(rows.add(segments, by, at));
        return Optional.of(new ImportResult(version, table.segments(), table.homeSegments(), before));
    }

    private int homeSegmentsNow() {
        return rows.newest().map(this::imported).orElseGet(this::bundled).homeSegments();
    }

    private SegmentTable imported(int number) {
        SegmentTable table = last;
        if (table == null || !table.version().equals(name(number))) {
            table = rows.read(number).table(name(number), home);
            last = table;
        }
        return table;
    }

    private SegmentTable bundled() {
        return BUNDLED.computeIfAbsent(home, Segments::readBundled);
    }

    private static SegmentTable readBundled(String home) {
        try (InputStream file = bundledFile()) {
            PhoneDatFile dat = PhoneDatFile.read(file);
            return dat.segments().table(dat.version(), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YearMonth bundledMonth() {
        try (InputStream file = bundledFile()) {
            return PhoneDatFile.month(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream bundledFile() {
        return Objects.requireNonNull(
                Segments.class.getResourceAsStream("/phone.dat"), "phone.dat is not in the program");
    }

    private static String name(int number) {
        return "import-" + number;
    }

    private static String someOf(List<String> provinces) {
        List<String> some = provinces.subList(0, Math.min(5, provinces.size()));
        return String.join(", ", some) + (some.size() < provinces.size() ? " ..." : "");
    }

    private static RefusedTableException refused(ErrorMessage reason) {
        return new RefusedTableException(
                ErrorMessage.of(SegmentError.SEGMENT_FILE_REFUSED, 1), List.of(new TableProblem(0, reason)));
    }

    public record ImportResult(String version, int segments, int homeSegments, int homeSegmentsBefore) {}

    public static final class HomeProvinceUnknownException extends RuntimeException {

        HomeProvinceUnknownException(String province, SegmentTable table) {
            super("Segment table " + table.version() + " has no segment of the province '" + province
                    + "': set jinbo.region to a province as the table spells it, for example 北京");
        }
    }

    static final class SegmentFile {

        private static final List<String> HEADER = List.of("segment", "province");
        private static final int LISTED = 20;
        private static final Pattern SEGMENT = Pattern.compile("1[3-9][0-9]{5}");
        private static final Pattern PROVINCE = Pattern.compile("\\p{L}{1,20}");

        private final SegmentProvinces segments = new SegmentProvinces();
        private final List<TableProblem> problems = new ArrayList<>();
        private long problemCount;

        private SegmentFile() {}

        static SegmentProvinces read(InputStream file) throws RefusedTableException, IOException {
            SegmentFile reading = new SegmentFile();
            CsvTableReader.read(file, HEADER, reading::addRow, reading::problem);
            if (reading.problemCount == 0 && reading.segments.provinces().isEmpty()) {
                reading.problem(0, SegmentError.NO_SEGMENTS);
            }
            if (reading.problemCount > 0) {
                throw new RefusedTableException(
                        ErrorMessage.of(SegmentError.SEGMENT_FILE_REFUSED, reading.problemCount), reading.problems);
            }
            return reading.segments;
        }

        private boolean addRow(long line, List<String> row) {
            if (row.size() != HEADER.size()) {
                problem(line, SegmentError.FIELDS);
            } else if (!SEGMENT.matcher(row.get(0)).matches()) {
                problem(line, SegmentError.SEGMENT);
            } else if (!PROVINCE.matcher(row.get(1)).matches()) {
                problem(line, SegmentError.PROVINCE);
            } else {
                switch (segments.add(Integer.parseInt(row.get(0)), row.get(1))) {
                    case YES -> {}
                    case DOUBLED -> problem(line, SegmentError.SEGMENT_TWICE);
                    case TOO_MANY_PROVINCES ->
                        problem(line, SegmentError.TOO_MANY_PROVINCES, SegmentProvinces.MAX_PROVINCES);
                }
            }
            return true;
        }

        private void problem(long at, ErrorCode reason, Object... facts) {
            problemCount++;
            if (problems.size() < LISTED) {
                problems.add(new TableProblem(at, ErrorMessage.of(reason, facts)));
            }
        }

        enum SegmentError implements ErrorCode {
            SEGMENT_FILE_REFUSED,
            NO_SEGMENTS,
            FIELDS,
            SEGMENT,
            PROVINCE,
            SEGMENT_TWICE,
            TOO_MANY_PROVINCES,
            NO_HOME_SEGMENTS,
            LESS_THAN_HALF;

            @Override
            public ErrorType type() {
                return new ErrorType("SEGMENT_FILE_REFUSED", 422);
            }
        }
    }
}
