package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code run watch} as an operator sees it. */
class WatchStoryIT {

    private static final String NOW = "2012-09-21T09:00:00+08:00";

    @TempDir
    private Path home;

    private CommandSession commands;

    @BeforeEach
    void anInsurerIsSuspended() {
        SettableClock clock = new SettableClock(NOW);
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            commands = CommandSession.over(exchange);
            exchange.bean(Insurers.class).suspend(new InsurerCode("BEIDOU"), clock.instant());
        }
    }

    @Test
    void tellsWhatItFoundAndWhatItToldAndNothingTwice() {
        Steps steps = new Steps();
        steps.take("an alert is reported", () -> {
            CommandOutput first = commands.type("run", "watch");
            commands.startAnew();
            assertThat(first.exitCode()).isZero();
            assertThat(first.out()).isEqualTo("""
                Open tasks: 1

                Notifications sent:
                Kind  Task       Insurer  Detail  Notifier
                NEW   SUSPENDED  BEIDOU   -       log

                To do:
                  BEIDOU: the exchange is suspended. No uploads are collected, and no lists are sent.\
                 To resume: insurer resume BEIDOU
                """);
        });
        steps.take("the next run reports nothing new", () -> {
            CommandOutput second = commands.type("run", "watch");
            assertThat(second.exitCode()).isZero();
            assertThat(second.out()).isEqualTo("""
                Open tasks: 1

                To do:
                  BEIDOU: the exchange is suspended. No uploads are collected, and no lists are sent.\
                 To resume: insurer resume BEIDOU
                """);
        });
        steps.take("it can be read in Chinese", () -> {
            CommandOutput chinese = commands.in("zh").type("run", "watch");
            assertThat(chinese.out()).startsWith("待办事项：1 项\n\n待办：\n  BEIDOU：交换已暂停");
        });
    }

    @Test
    void endsWithOneAndSaysWhyIfSomebodyCouldNotBeTold() {
        Steps steps = new Steps();
        steps.take(
                "a webhook has no secret",
                () -> Files.writeString(
                        home.resolve("jobs/watch.yaml"),
                        "jinbo: {notification: {webhook: {url: 'http://127.0.0.1:1/', secret-file: '"
                                + home.resolve("none") + "'}}}\n"));
        steps.take("the run ends with an error that names the setting", () -> {
            CommandOutput text = commands.type("run", "watch");
            assertThat(text.exitCode()).isEqualTo(1);
            assertThat(text.out())
                    .contains(
                            "Notifications not sent; the next run tries again:",
                            "webhook",
                            "The file of jinbo.notification.webhook.secret-file cannot be used as secrets: "
                                    + home.resolve("none") + " is not there");
        });
        steps.take("so does its JSON", () -> {
            JsonNode answer = commands.json(1, "run", "watch");
            assertThat(answer.at("/job").asString()).isEqualTo("watch");
            assertThat(answer.at("/found/0/code").asString()).isEqualTo("SUSPENDED");
            assertThat(answer.at("/told").size()).isZero();
            assertThat(answer.at("/untold/0/kind").asString()).isEqualTo("NEW");
            assertThat(answer.at("/untold/0/insurer").asString()).isEqualTo("BEIDOU");
            assertThat(answer.at("/untold/0/notifier").asString()).isEqualTo("webhook");
            assertThat(answer.at("/untold/0/problem").asString()).contains("secret-file");
            assertThat(answer.at("/wholly").asBoolean()).isTrue();
            assertThat(answer.at("/elsewhere").asBoolean()).isFalse();
        });
    }

    @Test
    void findsWhatStatusShows() {
        JsonNode found = commands.json("run", "watch").at("/found");
        JsonNode problems = commands.json("status").at("/problems");

        assertThat(found).isEqualTo(problems);
    }
}
