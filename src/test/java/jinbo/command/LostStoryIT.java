package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.person.NewPerson;
import jinbo.person.PersonName;
import jinbo.person.Persons;
import jinbo.person.Role;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator finds out what a restore has lost, takes it in again, and lets the lists go on. */
class LostStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String STEM = "complaints-YUNHE-20261124-001";

    @TempDir
    private Path folder;

    private Map<String, String> settings = Map.of();

    @Test
    void whatWasLostIsListedTakenInAgainAndSettled() {
        try (TestExchange exchange = TestExchange.start(folder, new SettableClock(NOW))) {
            String backUp = exchange.backUp();
            exchange.upload(
                    "YUNHE",
                    STEM + ".csv.pgp",
                    "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2026-11-20\r\n");
            exchange.collect();
            exchange.publish();
            exchange.restore(backUp);
            settings = settingsOf(exchange);

            theAccessLogIsAccepted();
            publishingStops();
            namesFileByFile();
            takesIn();
            settles();
        }
    }

    @Test
    void aListThatOnlyItsInsurerRemembersIsCountedAboveOnTwoPeoplesWord() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), new SettableClock(NOW))) {
            TestPerson zhao = joins(exchange, "zhao");
            TestPerson qian = joins(exchange, "qian");
            settings = settingsOf(exchange);

            assertThat(as(zhao, "lost", "settle", "--reason", "nothing was noticed")
                            .err())
                    .contains("Nothing waits to be settled");
            assertThat(as(zhao, "lost", "settle", "--holds", "NOBODY:7", "--reason", "who")
                            .err())
                    .contains("NOBODY");
            JsonNode asked = as(
                            zhao,
                            "lost",
                            "settle",
                            "--holds",
                            "YUNHE:7",
                            "--holds",
                            "BEIDOU:2",
                            "--reason",
                            "they told us",
                            "--output",
                            "json")
                    .json();
            assertThat(asked.at("/would").asString()).contains("YUNHE:7, BEIDOU:2");

            JsonNode settled = as(qian, "confirm", asked.at("/request").asString(), "--output", "json")
                    .json()
                    .at("/answer");

            assertThat(settled.at("/settled").asBoolean()).isTrue();
            assertThat(settled.at("/gaps").size()).isEqualTo(2);
            assertThat(as(zhao, "lost", "settle", "--holds", "YUNHE:7", "--reason", "once more")
                            .err())
                    .as("what is recorded needs nobody's memory")
                    .contains("Nothing waits to be settled");
            assertThat(exchange.publish().problems()).isEmpty();
            assertThat(exchange.listing("YUNHE", "download")).contains("blocklist-YUNHE-00000008-full.csv.pgp");
            assertThat(exchange.listing("BEIDOU", "download")).contains("blocklist-BEIDOU-00000003-full.csv.pgp");
        }
    }

    private TestPerson joins(TestExchange exchange, String name) {
        TestPerson person = TestPerson.withKeyIn(folder, name);
        Persons persons = exchange.bean(Persons.class);
        persons.add(
                new NewPerson(new PersonName(name), name, Role.OPERATOR, person.key()),
                2 + persons.count(),
                Actor.commandLine(),
                Instant.parse("2026-11-24T01:00:00Z"));
        return person;
    }

    private TypedCommand as(TestPerson person, String... typed) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
        all.addAll(List.of(typed));
        all.addAll(person.options());
        return TypedCommand.run(settings, all);
    }

    private static Map<String, String> settingsOf(TestExchange exchange) {
        return StorySettings.at(NOW, exchange.databaseUrl());
    }

    private void theAccessLogIsAccepted() {
        TypedCommand status = command("status");
        TypedCommand accepted =
                command("audit", "accept", "--reason", "the database is from the back-up of this morning");

        assertThat(status.out()).contains("The access log is not what it was", "audit check");
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.out()).contains("Alarms that were accepted: 1");
    }

    private void publishingStops() {
        TypedCommand run = command("run", "publish-block-lists");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("nothing is published", "lost list", "lost take-in", "lost settle");
    }

    private void namesFileByFile() {
        TypedCommand told = command("lost", "list");
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .containsPattern("YUNHE +upload +" + STEM + ".csv.pgp +.* not taken in")
                .containsPattern("YUNHE +answer +receipt-" + STEM + ".json.pgp")
                .containsPattern("BEIDOU +list +blocklist-BEIDOU-00000001-full.csv.pgp +2")
                .containsPattern("BEIDOU +manifest +blocklist-BEIDOU-00000001.manifest.json.pgp +2")
                .contains("lost settle --reason TEXT");
        JsonNode restoration =
                command("lost", "list", "--output", "json").json().at("/restorations/0");
        assertThat(restoration.at("/settled_at").isNull()).isTrue();
        assertThat(restoration.at("/count").asInt()).isEqualTo(9);
        assertThat(restoration.at("/files/3").propertyNames())
                .containsExactly("insurer", "kind", "file", "size", "modified_at", "state");
    }

    private void takesIn() {
        assertThat(command("lost", "take-in", "--file", "complaints-YUNHE-20261124-002", "--reason", "why not")
                        .err())
                .contains("No upload that was lost");

        TypedCommand taken =
                command("lost", "take-in", "--insurer", "YUNHE", "--reason", "the disk broke", "--output", "json");

        assertThat(taken.exitCode()).isZero();
        assertThat(taken.json().at("/files/0/status").asString()).isEqualTo("ACCEPTED");
    }

    private void settles() {
        JsonNode settled = command("lost", "settle", "--reason", "all is back", "--output", "json")
                .json();

        assertThat(settled.at("/settled").asBoolean()).isTrue();
        assertThat(settled.at("/gaps").size()).isEqualTo(3);
        assertThat(settled.at("/gaps/0/last").asInt()).isEqualTo(1);
        assertThat(command("lost", "settle", "--reason", "once more").err()).contains("Nothing waits to be settled");
        assertThat(command("lost", "list").out()).contains("settled 2026-11-24 09:00 by", "all is back");
    }

    private TypedCommand command(String... typed) {
        List<String> all = new ArrayList<>(List.of("--home", folder.toString(), "--lang", "en"));
        Stream.of(typed).forEach(all::add);
        return TypedCommand.run(settings, all);
    }
}
