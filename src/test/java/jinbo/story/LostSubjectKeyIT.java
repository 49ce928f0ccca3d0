package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.CollectReport;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.home.HomeException;
import jinbo.reference.phone.Mobile;
import jinbo.registry.history.LookUpNumber;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key under which registrations were hashed is never replaced by another one in silence. */
class LostSubjectKeyIT {

    private static final String ROW = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n";

    @TempDir
    Path folder;

    @Test
    void withoutTheYearsKeyNothingMoreIsIngestedUntilItIsBack() throws IOException {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(folder, new SettableClock("2012-09-21T09:00:00+08:00"))) {
            steps.take("an upload is ingested", () -> {
                exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", ROW);
                assertThat(exchange.collect().problems()).isEmpty();
            });
            Path key = exchange.home().resolve("keys/subjects/2012.key");
            Path elsewhere = steps.take("the year's key is lost", () -> Files.move(key, folder.resolve("2012.key")));
            steps.take(
                    "another upload arrives",
                    () -> exchange.upload(
                            "YUNHE", "complaints-YUNHE-20120921-002.csv.pgp", ROW.replace("1234", "1235")));
            try (TestExchange next = exchange.anotherProcess()) {
                steps.take("it is not ingested", () -> {
                    CollectReport without = next.collect();
                    assertThat(without.problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.what()).contains("2012", "restore it"));
                    assertThat(key).doesNotExist();
                });
                steps.take("once the key is back it is", () -> {
                    Files.move(elsewhere, key);
                    assertThat(next.collect().files())
                            .extracting(file -> file.verdict().orElseThrow().status())
                            .containsExactly(ReceiptStatus.ACCEPTED);
                });
            }
        }
    }

    @Test
    void anAccessMakesNoOtherKeyForAYearThatTheLogHasHashesOf() throws IOException {
        try (TestExchange exchange = TestExchange.start(folder, new SettableClock("2012-09-21T09:00:00+08:00"))) {
            lookUp(exchange);
            Path key = exchange.home().resolve("keys/subjects/2012.key");
            Files.move(key, folder.resolve("2012.key"));

            try (TestExchange next = exchange.anotherProcess()) {
                assertThatExceptionOfType(HomeException.class)
                        .isThrownBy(() -> lookUp(next))
                        .withMessageContaining("restore it");
                assertThat(key).doesNotExist();
            }
        }
    }

    private static void lookUp(TestExchange exchange) {
        exchange.bean(LookUpNumber.class)
                .of(new Mobile(13_810_001_234L), Optional.empty(), Optional.empty(), Actor.commandLine(), "a test");
    }
}
