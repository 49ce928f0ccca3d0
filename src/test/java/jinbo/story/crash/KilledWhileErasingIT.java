package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.CheckLog;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.erase.EraseEndedNumbers.EraseReport;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed with SIGKILL while they erase, one after the other; the last one is not. */
class KilledWhileErasingIT {

    /** What a run of {@code erase-ended} comes by. */
    static final Set<FaultPoint> POINTS =
            EnumSet.of(FaultPoint.ENDED_FOUND, FaultPoint.ERASING, FaultPoint.GROUP_ERASED, FaultPoint.KEY_GIVEN_UP);

    private static final String BEGIN = "2012-09-21T09:00:00+08:00";
    private static final String THREE_YEARS_ON = "2016-01-01T09:00:00+08:00";
    private static final int NUMBERS = 5;

    @TempDir
    Path folder;

    @Test
    void whoeverDiesWhatIsErasedStaysSoAndTheRestFollows() {
        Steps steps = new Steps();
        Path home = folder.resolve("home");
        SettableClock clock = new SettableClock(BEGIN);
        String url;
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            url = exchange.databaseUrl();
            steps.take("numbers are ingested", () -> {
                exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", upload());
                assertThat(exchange.collect().problems()).isEmpty();
            });
        }
        ExchangeTemplate point =
                new ExchangeTemplate(home, url, OffsetDateTime.parse(THREE_YEARS_ON), new UploadBatch(List.of()));
        Map<String, String> settings = point.settings(point.at(), Map.of("jinbo.erase-ended.numbers-at-a-time", "1"));
        steps.take("the process is killed at each point", () -> {
            for (FaultPoint dying : POINTS) {
                try (ProgramProcess process =
                        ProgramProcess.start(dying.name(), settings, folder.resolve("errors-" + dying + ".txt"))) {
                    process.dieAt(dying.name());
                }
            }
        });
        clock.set(THREE_YEARS_ON);
        try (TestExchange last = TestExchange.reopen(home, clock, settings)) {
            EraseReport report = steps.take(
                    "the next run erases the rest",
                    () -> last.bean(EraseEndedNumbers.class).run());
            steps.take("registry and log agree", () -> {
                assertThat(report.problem()).isEmpty();
                assertThat(home.resolve("keys/subjects/2012.key")).doesNotExist();
                last.assertRegistryAgrees();
                assertThat(last.bean(CheckLog.class).all(index -> {})).isEmpty();
            });
            steps.take(
                    "each kill left an access that was given up",
                    () -> assertThat(last.count("access_log_entry where action = 'ERASE' and outcome = '"
                                    + AccessLog.ABANDONED + "'"))
                            .as("one a kill, but for the one that died with nothing announced")
                            .isEqualTo(POINTS.size() - 1));
            FailureTable.row(
                    "process",
                    "killed while erasing, four times",
                    POINTS.size(),
                    last.count("registration where mobile is not null"),
                    last.count("registration where subject is not null") - NUMBERS,
                    0);
        }
    }

    private static String upload() {
        StringBuilder csv = new StringBuilder("mobile,complaint,complained_on,term\r\n");
        for (int i = 0; i < NUMBERS; i++) {
            csv.append(13810001234L + i).append(",TELEMARKETING,2012-09-20,6M\r\n");
        }
        return csv.toString();
    }
}
