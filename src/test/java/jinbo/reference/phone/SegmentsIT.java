package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.accesslog.DecisionRecords;
import jinbo.platform.csv.RefusedTableException;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SegmentsIT {

    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final Mobile BEIJING = new Mobile(13810001234L);
    private static final Mobile SHANGHAI = new Mobile(13816001234L);

    private final TestSlice parts = new TestSlice(new SettableClock(NOW.toString()), "jinbo.accesslog");
    private final HikariDataSource database = parts.dataSource();
    private final Segments segments = segments("北京");

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void usesBundledTableWithoutImport() {
        assertThat(segments.current().version()).isEqualTo("phone.dat-2302");
        assertThat(segments.month()).isEqualTo(YearMonth.of(2023, 2));
        assertThat(segments.current().regionOf(BEIJING)).isEqualTo(Region.HOME);
        assertThat(segments.current().regionOf(SHANGHAI)).isEqualTo(Region.ELSEWHERE);
        assertThat(segments.current().regionOf(new Mobile(19999999999L))).isEqualTo(Region.UNKNOWN);
    }

    @Test
    void homeProvinceIsConfigurable() {
        assertThat(segments("上海").current().regionOf(SHANGHAI)).isEqualTo(Region.HOME);
        assertThat(segments("上海").current().regionOf(BEIJING)).isEqualTo(Region.ELSEWHERE);
    }

    @Test
    void homeProvinceDefaultsToBeijing() {
        assertThat(startedWith(Map.of()).regionOf(BEIJING)).isEqualTo(Region.HOME);
        assertThat(startedWith(Map.of("jinbo.region", "上海")).regionOf(SHANGHAI)).isEqualTo(Region.HOME);
    }

    @Test
    void refusesUnknownHomeProvince() {
        assertThatThrownBy(() -> segments("Beijing").current())
                .isInstanceOf(Segments.HomeProvinceUnknownException.class)
                .hasMessageContaining("'Beijing'")
                .hasMessageContaining("jinbo.region");
    }

    @Test
    void importReplacesTheTable(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("segments.csv"), rows(1810000, 9_000, "北京") + "1820000,上海\r\n", StandardCharsets.UTF_8);

        Segments.ImportResult made = segments.importFile(file, "li", NOW);

        assertThat(made).isEqualTo(new Segments.ImportResult("import-1", 9_001, 9_000, 17_701));
        assertThat(segments.current().version()).isEqualTo("import-1");
        assertThat(segments.month()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(segments.current().segments()).isEqualTo(9_001);
        assertThat(segments.current().homeSegments()).isEqualTo(9_000);
        assertThat(segments.current().regionOf(new Mobile(18100001234L))).isEqualTo(Region.HOME);
        assertThat(segments.current().regionOf(new Mobile(18200001234L))).isEqualTo(Region.ELSEWHERE);
        assertThat(segments.current().regionOf(BEIJING)).isEqualTo(Region.UNKNOWN);
    }

    @Test
    void otherProcessesSeeImportAndEarlierRowsStay() throws Exception {
        Segments other = segments("北京");
        other.current();

        importRows(rows(1810000, 9_000, "北京"));
        assertThat(other.current().version()).isEqualTo("import-1");
        importRows(rows(1830000, 8_000, "北京"));

        assertThat(other.current().version()).isEqualTo("import-2");
        assertThat(other.current().homeSegments()).isEqualTo(8_000);
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from segment where version = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9_000);
    }

    @Test
    void refusesFileWithLessThanHalfOfTheHomeSegments() {
        assertThatThrownBy(() -> importRows(rows(1810000, 8_850, "北京")))
                .isInstanceOf(RefusedTableException.class)
                .hasMessageContaining("8850 segments of 北京, less than half of the present 17701");
        assertThat(segments.current().version()).isEqualTo("phone.dat-2302");
    }

    @Test
    void refusesOtherSpellingOfTheHomeProvince() {
        assertThatThrownBy(() -> importRows(rows(1810000, 20_000, "北京市")))
                .isInstanceOf(RefusedTableException.class)
                .hasMessageContaining("no segment of 北京, only of 北京市");
    }

    @Test
    void rolledBackImportHasNoEffect() throws Exception {
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            try {
                importRows(rows(1810000, 9_000, "北京"));
            } catch (RefusedTableException | IOException e) {
                throw new AssertionError(e);
            }
            assertThat(segments.current().version()).isEqualTo("import-1");
            status.setRollbackOnly();
        });
        assertThat(segments.current().version()).isEqualTo("phone.dat-2302");

        assertThat(importRows(rows(1830000, 9_000, "北京")).version()).isEqualTo("import-2");
        assertThat(segments.current().regionOf(new Mobile(18300001234L))).isEqualTo(Region.HOME);
    }

    @Test
    void failedCopySaysWhyAndLeavesTableAndConnectionUsable() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database);
        JdbcClient owner = JdbcClient.create(TestDatabase.owner(database.getJdbcUrl()));
        owner.sql("alter table segment add constraint refuses_a_row check (segment <> 1815000)")
                .update();
        database.setMaximumPoolSize(1);
        Integer before =
                jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        assertThat(database.getHikariPoolMXBean().getTotalConnections())
                .as("no other connection could be given out instead")
                .isOne();
        assertThatThrownBy(() -> importRows(rows(1810000, 8_850, "北京"))).isInstanceOf(RefusedTableException.class);
        assertThat(jdbc.sql("select pg_backend_pid()").query(Integer.class).single())
                .as("kept after a refusal without COPY")
                .isEqualTo(before);

        assertThatThrownBy(() -> importRows(rows(1810000, 9_000, "北京")))
                .hasMessage(
                        "PostgreSQL refused rows of \"COPY segment (version, segment, province) FROM STDIN\" with SQL state 23514");

        assertThat(jdbc.sql("select pg_backend_pid()").query(Integer.class).single())
                .as("rolled back, so it need not be discarded")
                .isEqualTo(before);
        assertThat(segments.current().version()).isEqualTo("phone.dat-2302");
        owner.sql("alter table segment drop constraint refuses_a_row").update();
        assertThat(importRows(rows(1810000, 9_000, "北京")).segments())
                .as("the refused row alone stood against it")
                .isEqualTo(9_000);
    }

    @Test
    void listsTwentyProblemsAndCountsAll() {
        RefusedTableException refused =
                catchThrowableOfType(RefusedTableException.class, () -> importRows("x,北京\r\n".repeat(1_000)));

        assertThat(refused).hasMessageContaining("Errors: 1000.");
        assertThat(refused.problems()).hasSize(20);
        assertThat(refused.problems().get(0).line()).isEqualTo(2);
    }

    private SegmentTable startedWith(Map<String, Object> settings) {
        try (var program = new AnnotationConfigApplicationContext()) {
            program.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
            program.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
            program.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
            program.registerBean(DecisionRecords.class, () -> parts.bean(DecisionRecords.class));
            program.register(Segments.class);
            program.refresh();
            return program.getBean(Segments.class).current();
        }
    }

    private Segments segments(String home) {
        return new Segments(
                new JdbcTemplate(database),
                parts.bean(DecisionRecords.class),
                new JdbcTransactionManager(database),
                home);
    }

    private Segments.ImportResult importRows(String rows) throws RefusedTableException, IOException {
        String file = rows.startsWith("segment") ? rows : "segment,province\r\n" + rows;
        return segments.importFile(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "li", NOW);
    }

    private static String rows(int first, int count, String province) {
        return IntStream.range(first, first + count)
                .mapToObj(segment -> segment + "," + province + "\r\n")
                .collect(Collectors.joining("", "segment,province\r\n", ""));
    }
}
