package jinbo.reference.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.accesslog.DecisionRecords;
import jinbo.platform.csv.RefusedTableException;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CalendarsIT {

    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final Path YEAR_2027 = Path.of("src/test/resources/jinbo/reference/calendar/made-up-2027.csv");

    private final TestSlice parts = new TestSlice(new SettableClock(NOW.toString()), "jinbo.accesslog");
    private final HikariDataSource database = parts.dataSource();
    private final Calendars calendars = calendars();

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void newDatabaseHasTheBundledCalendar() throws IOException {
        assertThat(calendars.current().version()).isEqualTo("2012-2026.1");
        assertThat(calendars.current().plusWorkdays(LocalDate.of(2012, 9, 21), 7))
                .isEqualTo(LocalDate.of(2012, 10, 8));
        assertThat(calendars.current().specialDays())
                .containsExactlyInAnyOrderElementsOf(BundledCalendar.load().specialDays());
        assertThat(calendars().current().version()).isEqualTo("2012-2026.1");
    }

    @Test
    void concurrentProcessesStoreBundledCalendarOnce() throws Exception {
        int processes = 6;
        ExecutorService started = Executors.newFixedThreadPool(processes);
        try {
            CountDownLatch together = new CountDownLatch(processes);
            List<Future<String>> versions = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                versions.add(started.submit(() -> {
                    Calendars its = calendars();
                    together.countDown();
                    together.await();
                    return its.current().version();
                }));
            }
            for (Future<String> version : versions) {
                assertThat(version.get()).isEqualTo("2012-2026.1");
            }
        } finally {
            started.shutdownNow();
        }
        assertThat(storedVersions()).containsExactly("2012-2026.1");
    }

    @Test
    void importAddsYear() throws Exception {
        assertThatThrownBy(() -> calendars.current().plusWorkdays(LocalDate.of(2026, 12, 31), 7))
                .isInstanceOf(YearNotLoadedException.class);

        Calendars.ImportResult made = calendars.importFile(YEAR_2027, "li", NOW);

        assertThat(made.version()).isEqualTo("2012-2027.2");
        assertThat(made.yearsAdded()).containsExactly(2027);
        assertThat(made.yearsReplaced()).isEmpty();
        assertThat(made.daysChanged()).isEqualTo(8);
        assertThat(calendars.current().version()).isEqualTo("2012-2027.2");
        assertThat(calendars.current().isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendars.current().isWorkday(LocalDate.of(2027, 10, 9))).isTrue();
        assertThat(calendars.current().isWorkday(LocalDate.of(2012, 9, 29))).isTrue();
    }

    @Test
    void amendedYearIsNewVersionAndOldOneStays() throws Exception {
        WorkdayCalendar before = calendars.current();
        String amended = bundledFile().replace("2026-10-10,workday,国庆节", "2026-10-17,workday,国庆节");

        Calendars.ImportResult made = importText(amended);

        assertThat(made.version()).isEqualTo("2012-2026.2");
        assertThat(made.yearsReplaced()).hasSize(15);
        assertThat(made.daysChanged()).isEqualTo(2);
        LocalDate registered = LocalDate.of(2026, 9, 30);
        assertThat(calendars.current().plusWorkdays(registered, 7)).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(before.plusWorkdays(registered, 7)).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(calendars().version("2012-2026.1").plusWorkdays(registered, 7))
                .isEqualTo(LocalDate.of(2026, 10, 15));
    }

    @Test
    void otherProcessesSeeTheImport() throws Exception {
        Calendars other = calendars();
        other.current();

        calendars.importFile(YEAR_2027, "li", NOW);

        assertThat(other.current().version()).isEqualTo("2012-2027.2");
    }

    @Test
    void unchangedFileCreatesNoVersion() throws Exception {
        Calendars.ImportResult made = importText(bundledFile());

        assertThat(made.version()).isEqualTo("2012-2026.1");
        assertThat(made.daysChanged()).isZero();
        assertThat(storedVersions()).containsExactly("2012-2026.1");
    }

    @Test
    void versionShowsGapBetweenYears() throws Exception {
        importText("date,kind,name\n2028-10-02,holiday,国庆节\n2028-10-03,holiday,国庆节\n");

        assertThat(calendars.current().version()).isEqualTo("2012-2026+2028.2");
        assertThatThrownBy(() -> calendars.current().isWorkday(LocalDate.of(2027, 1, 1)))
                .isInstanceOf(YearNotLoadedException.class);
    }

    @Test
    void refusesFragmentOfThePreviousYear() {
        assertThatThrownBy(() -> importText("date,kind,name\n2026-12-31,holiday,元旦\n2027-10-01,holiday,国庆节\n"))
                .isInstanceOf(RefusedTableException.class)
                .hasMessageContaining("line 2: 2026 is not complete");
        assertThat(calendars.current().version()).isEqualTo("2012-2026.1");
    }

    @Test
    void rolledBackImportLeavesNoVersion() throws Exception {
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            try {
                calendars.importFile(YEAR_2027, "li", NOW);
            } catch (RefusedTableException | IOException e) {
                throw new AssertionError(e);
            }
            assertThat(calendars.current().version()).isEqualTo("2012-2027.2");
            status.setRollbackOnly();
        });

        assertThat(calendars.current().version()).isEqualTo("2012-2026.1");
        assertThat(calendars.importFile(YEAR_2027, "li", NOW).version()).isEqualTo("2012-2027.3");
    }

    @Test
    void recordsPersonAndTimeOfImport() throws Exception {
        calendars.importFile(YEAR_2027, "li", NOW);

        assertThat(JdbcClient.create(database)
                        .sql("select imported_at from calendar_version where imported_by = 'li'")
                        .query((row, i) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(NOW);
    }

    @Test
    void refusesUnknownVersion() {
        assertThatThrownBy(() -> calendars.version("1999.1"))
                .isInstanceOf(Calendars.CalendarVersionUnknownException.class)
                .hasMessageContaining("1999.1");
    }

    private Calendars calendars() {
        return new Calendars(
                JdbcClient.create(database), parts.bean(DecisionRecords.class), new JdbcTransactionManager(database));
    }

    private Calendars.ImportResult importText(String file) throws RefusedTableException, IOException {
        return calendars.importFile(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "li", NOW);
    }

    private static String bundledFile() throws IOException {
        try (InputStream file = BundledCalendar.open()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> storedVersions() {
        return JdbcClient.create(database)
                .sql("select version from calendar_version order by number")
                .query(String.class)
                .list();
    }
}
