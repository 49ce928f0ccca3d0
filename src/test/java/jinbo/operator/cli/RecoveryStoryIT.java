package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator finds out what a restore has lost, ingests it again, and lets the lists go on. */
class RecoveryStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String STEM = "complaints-YUNHE-20261124-001";

    @TempDir
    private Path folder;

    private final Steps steps = new Steps();
    private CommandSession commands;

    @Test
    void whatWasLostIsListedIngestedAgainAndSettled() {
        try (TestExchange exchange = TestExchange.start(folder, new SettableClock(NOW))) {
            String backUp = exchange.backUp();
            exchange.upload(
                    "YUNHE",
                    STEM + ".csv.pgp",
                    "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2026-11-20\r\n");
            exchange.collect();
            exchange.publish();
            exchange.restore(backUp);
            commands = CommandSession.over(exchange);

            steps.take("the access log is accepted", this::theAccessLogIsAccepted);
            steps.take("publishing stops", this::publishingStops);
            steps.take("recovery list names each file", this::namesFileByFile);
            steps.take("recovery ingest takes the upload in", this::takesIn);
            steps.take("recovery settle ends it", this::settles);
        }
    }

    @Test
    void aListThatOnlyItsInsurerRemembersIsCountedAboveOnTwoPeoplesWord() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), new SettableClock(NOW))) {
            TestPeople people = new TestPeople(exchange, folder);
            steps.take("two officers join", people::joinOfficers);
            CommandSession zhao = steps.take(
                    "an operator joins", () -> CommandSession.over(exchange).as(people.join("zhao", Role.OPERATOR)));
            CommandSession qian = steps.take(
                    "another operator joins",
                    () -> CommandSession.over(exchange).as(people.join("qian", Role.OPERATOR)));
            steps.take("a wrong request is refused", () -> {
                assertThat(zhao.type("recovery", "settle", "--reason", "nothing was noticed")
                                .err())
                        .contains("There is no open recovery");
                assertThat(zhao.type("recovery", "settle", "--holds", "NOBODY:7", "--reason", "who")
                                .err())
                        .contains("NOBODY");
            });
            JsonNode asked = steps.take(
                    "an operator asks with what insurers remember",
                    () -> zhao.json(
                            "recovery",
                            "settle",
                            "--holds",
                            "YUNHE:7",
                            "--holds",
                            "BEIDOU:2",
                            "--reason",
                            "they told us"));
            steps.take(
                    "the request names each insurer and its number",
                    () -> assertThat(asked.at("/would").asString()).contains("YUNHE:7, BEIDOU:2"));
            JsonNode settled = steps.take(
                    "the other operator confirms it",
                    () -> qian.json("confirm", asked.at("/request").asString()).at("/answer"));
            steps.take("it is settled, with a gap for each insurer", () -> {
                assertThat(settled.at("/settled").asBoolean()).isTrue();
                assertThat(settled.at("/gaps").size()).isEqualTo(2);
            });
            steps.take(
                    "it is settled once",
                    () -> assertThat(zhao.type("recovery", "settle", "--holds", "YUNHE:7", "--reason", "once more")
                                    .err())
                            .as("what is recorded needs nobody's memory")
                            .contains("There is no open recovery"));
            steps.take("the next lists are counted above those that insurers hold", () -> {
                assertThat(exchange.publish().problems()).isEmpty();
                assertThat(exchange.listing("YUNHE", "download")).contains("blocklist-YUNHE-00000008-full.csv.pgp");
                assertThat(exchange.listing("BEIDOU", "download")).contains("blocklist-BEIDOU-00000003-full.csv.pgp");
            });
        }
    }

    private void theAccessLogIsAccepted() {
        CommandOutput status = commands.type("status");
        CommandOutput accepted =
                commands.type("audit", "accept", "--reason", "the database is from the backup of this morning");

        assertThat(status.out()).contains("The access log has changed in a way that is not allowed", "audit check");
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.out()).contains("Alarms accepted: 1");
    }

    private void publishingStops() {
        CommandOutput run = commands.type("run", "publish-block-lists");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("nothing is published", "recovery list", "recovery ingest", "recovery settle");
    }

    private void namesFileByFile() {
        CommandOutput told = commands.type("recovery", "list");
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .containsPattern("YUNHE +upload +" + STEM + ".csv.pgp +.* not ingested")
                .containsPattern("YUNHE +answer +receipt-" + STEM + ".json.pgp")
                .containsPattern("BEIDOU +list +blocklist-BEIDOU-00000001-full.csv.pgp +2")
                .containsPattern("BEIDOU +manifest +blocklist-BEIDOU-00000001.manifest.json.pgp +2")
                .contains("recovery settle --reason TEXT");
        JsonNode recovery = commands.json("recovery", "list").at("/recoveries/0");
        assertThat(recovery.at("/settled_at").isNull()).isTrue();
        assertThat(recovery.at("/count").asInt()).isEqualTo(9);
        assertThat(recovery.at("/files/3").propertyNames())
                .containsExactly("insurer", "kind", "file", "size", "modified_at", "state");
    }

    private void takesIn() {
        assertThat(commands.type("recovery", "ingest", "--file", "complaints-YUNHE-20261124-002", "--reason", "why not")
                        .err())
                .contains("No upload with that name waits");

        JsonNode taken = commands.json("recovery", "ingest", "--insurer", "YUNHE", "--reason", "the disk broke");

        assertThat(taken.at("/files/0/status").asString()).isEqualTo("ACCEPTED");
        assertThat(commands.type("insurer", "suspend", "BEIDOU").exitCode()).isZero();
        assertThat(commands.type("recovery", "ingest", "--insurer", "BEIDOU", "--reason", "the disk broke")
                        .out())
                .contains("it is suspended or has left", "a suspended insurer can be resumed");
        assertThat(commands.type("insurer", "resume", "BEIDOU").exitCode()).isZero();
    }

    private void settles() {
        JsonNode settled = commands.json("recovery", "settle", "--reason", "all is back");

        assertThat(settled.at("/settled").asBoolean()).isTrue();
        assertThat(settled.at("/gaps").size()).isEqualTo(3);
        assertThat(settled.at("/gaps/0/last").asInt()).isEqualTo(1);
        assertThat(commands.type("recovery", "settle", "--reason", "once more").err())
                .contains("There is no open recovery");
        assertThat(commands.type("recovery", "list").out()).contains("settled 2026-11-24 09:00 by", "all is back");
    }
}
