package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code run erase-ended} as an operator sees it. */
class EraseStoryIT {

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private CommandSession commands;

    @BeforeEach
    void anUploadIsIngestedIn2012() {
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            commands = CommandSession.over(exchange);
            exchange.upload(
                    "YUNHE",
                    "complaints-YUNHE-20120921-001.csv.pgp",
                    "mobile,complaint,complained_on,term\r\n13810001234,TELEMARKETING,2012-09-20,6M\r\n");
            assertThat(exchange.collect().problems()).isEmpty();
        }
    }

    @Test
    void tellsHowManyNumbersWereErasedAndWhichKeysWereDestroyed() {
        Steps steps = new Steps();
        steps.take("before its end no number is erased", () -> {
            CommandOutput early = at("2013-10-08T09:00:00+08:00").type("run", "erase-ended");
            assertThat(early.exitCode()).isZero();
            assertThat(early.out())
                    .isEqualTo("No numbers were erased: every remaining number has a block that ended after 2013-04-08"
                            + " or has not ended.\n");
        });
        steps.take("after its end the number is erased and its key destroyed", () -> {
            CommandOutput late = at("2016-01-01T09:00:00+08:00").type("run", "erase-ended");
            assertThat(late.exitCode()).isZero();
            assertThat(late.out()).isEqualTo("""
                Numbers erased, because their blocks had ended before 2015-07-01: 1. Registrations with these numbers: 1
                Keys destroyed for these years, so that their hashes can no longer be traced to a number: 2012
                """);
        });
        steps.take("the registry agrees", () -> {
            CommandOutput verified = at("2016-01-01T09:00:00+08:00").type("registry", "verify");
            assertThat(verified.exitCode()).isZero();
            assertThat(verified.out())
                    .contains(
                            "Can no longer be compared (not an error):",
                            "  batches of 2012, not comparable any more: key destroyed (1)",
                            "The registry is consistent.");
        });
        steps.take("a day later nothing is left to erase", () -> {
            JsonNode again = at("2016-01-02T09:00:00+08:00").json("run", "erase-ended");
            assertThat(again.at("/numbers").asInt()).isZero();
            assertThat(again.at("/ended_by").asString()).isEqualTo("2015-07-02");
        });
    }

    @Test
    void saysWhichKeyIsLostAndEndsWithOne() throws IOException {
        Files.delete(home.resolve("keys/subjects/2012.key"));

        CommandOutput run = at("2013-10-09T09:00:00+08:00").type("run", "erase-ended");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("No numbers were erased.\nNot done: ")
                .contains("2012 is missing, although it was not destroyed", "2012.key")
                .doesNotContain("13810001234");
    }

    private CommandSession at(String now) {
        clock.set(now);
        return commands;
    }
}
