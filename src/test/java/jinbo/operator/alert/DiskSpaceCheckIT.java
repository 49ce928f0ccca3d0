package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.operator.alert.Alert.Code;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.testing.SettableClock;
import jinbo.testing.SmallFileSystem;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskSpaceCheckIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    private Path home;

    @Test
    void reportsFullDiskOnceWithAllItsFolders() {
        try (TestExchange exchange = start("1048576GB", "0", "0B")) {
            assertThat(found(exchange))
                    .singleElement()
                    .asString()
                    .matches("DISK_SPACE_LOW spool, quarantine, drops, log \\d+MB/\\d+MB");
        }
    }

    @Test
    void checksTheDiskOfAnEmbeddedDatabase() {
        try (TestExchange exchange = TestExchange.start(
                home,
                CLOCK,
                Map.of(
                        "spring.datasource.url",
                        EmbeddedDatabase.AS_URL,
                        "jinbo.watch.disk-free-at-least",
                        "1048576GB"))) {
            assertThat(found(exchange))
                    .singleElement()
                    .asString()
                    .startsWith("DISK_SPACE_LOW spool, quarantine, drops, log, db ");
        }
    }

    @Test
    void zeroPercentAndBytesDisableTheCheck() {
        try (TestExchange exchange = start("0B", "0", "0B")) {
            assertThat(found(exchange)).isEmpty();
        }
    }

    @Test
    void reportsFolderOnADiskOfItsOwn() {
        try (TestExchange exchange = start("0B", "5", "0B");
                SmallFileSystem disk = SmallFileSystem.over(home.resolve("spool"), 2048, "root")) {
            assertThat(found(exchange)).isEmpty();

            disk.fill();
            assertThat(found(exchange)).containsExactly("DISK_SPACE_LOW spool 0MB/2MB");

            disk.free();
            assertThat(found(exchange)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0B, false", "1MB, true", "1GB, false"})
    void reportsDatabaseAboveItsLimit(String atMost, boolean told) {
        try (TestExchange exchange = start("0B", "0", atMost)) {
            List<String> found = found(exchange);
            assertThat(found).hasSize(told ? 1 : 0);
            assertThat(found).allMatch(alert -> alert.matches("DATABASE_TOO_LARGE \\d+MB"));
        }
    }

    private TestExchange start(String free, String percent, String database) {
        return TestExchange.start(
                home,
                CLOCK,
                Map.of(
                        "jinbo.watch.disk-free-at-least", free,
                        "jinbo.watch.disk-free-percent-at-least", percent,
                        "jinbo.watch.database-at-most", database));
    }

    private static List<String> found(TestExchange exchange) {
        return exchange.bean(FindAllAlerts.class).find().stream()
                .filter(alert -> alert.code() == Code.DISK_SPACE_LOW || alert.code() == Code.DATABASE_TOO_LARGE)
                .map(alert -> alert.code() + " " + alert.detail().orElseThrow())
                .toList();
    }
}
