package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other stories' lists leave in one packet; these are so long that a part of one lies on the drop when the process dies. */
class KilledDuringDeliveryIT {

    private static final String TIME = "2012-09-21T09:00:00+08:00";
    private static final int NUMBERS = 30_000;

    @TempDir
    Path folder;

    @Test
    void aPartOfAListIsNeverTakenForTheListAndGivesWayToIt() throws IOException {
        Steps steps = new Steps();
        SettableClock clock = new SettableClock(TIME);
        Path home = folder.resolve("home");
        String url;
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            url = exchange.databaseUrl();
            steps.take("two uploads are collected", () -> {
                for (String insurer : List.of("YUNHE", "BEIDOU")) {
                    exchange.upload(insurer, "complaints-" + insurer + "-20120921-001.csv.pgp", many());
                }
                assertThat(exchange.collect().problems()).isEmpty();
            });
        }
        ExchangeTemplate exchange =
                new ExchangeTemplate(home, url, OffsetDateTime.parse(TIME), new UploadBatch(List.of()));
        Map<String, String> settings = exchange.settings(exchange.at(), Map.of());
        steps.take("the process is killed while it delivers a list", () -> {
            try (ProgramProcess process =
                    ProgramProcess.start(FaultPoint.DELIVERING_LIST.name(), settings, folder.resolve("errors.txt"))) {
                process.dieAt(FaultPoint.DELIVERING_LIST.name());
            }
        });
        PublishedState killed = PublishedState.at(exchange);
        steps.take("a part of the list lies on the drop", () -> {
            assertThat(killed.halfVisible()).isEmpty();
            assertThat(partOfAList(home)).isTrue();
        });
        try (TestExchange next = TestExchange.reopen(home, clock, settings)) {
            steps.take(
                    "the next run publishes",
                    () -> assertThat(next.publish().problems()).isEmpty());
            PublishedState end = PublishedState.at(next.databaseUrl(), home);
            steps.take("the list has taken the place of its part", () -> {
                assertThat(new ListConsistencyCheck(next, Set.of(Instant.from(exchange.at()))).faults())
                        .isEmpty();
                assertThat(FolderHashes.names(next.drop("YUNHE", "download")))
                        .noneMatch(name -> name.endsWith(".part"));
                FailureTable.row(
                        "process",
                        "killed with a part of a list on the drop",
                        1,
                        end.findLostSince(killed).size() + end.undelivered().size(),
                        end.findRecreatedSince(killed).size(),
                        killed.halfVisible().size() + end.halfVisible().size());
            });
        }
    }

    /** Whether some draft on a drop is shorter than what lies in the spool. */
    private static boolean partOfAList(Path home) throws IOException {
        for (String insurer : FolderHashes.names(home.resolve("drops"))) {
            Path download = home.resolve("drops").resolve(insurer).resolve("download");
            for (String name : FolderHashes.names(download)) {
                Path whole = home.resolve("spool/lists").resolve(insurer).resolve(name.replaceFirst("\\.part$", ""));
                if (name.endsWith(".csv.pgp.part") && Files.size(download.resolve(name)) < Files.size(whole)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Numbers that compress badly and do not follow each other. */
    private static String many() {
        return "mobile,complaint,complained_on\r\n"
                + new Random(20120921)
                        .ints(0, 10_000_000)
                        .distinct()
                        .limit(NUMBERS)
                        .mapToObj(number -> (13810000000L + number % 1_000_000) + ",TELEMARKETING,2012-09-20\r\n")
                        .distinct()
                        .collect(Collectors.joining());
    }
}
