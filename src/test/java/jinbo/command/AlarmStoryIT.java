package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The access log raises alarms, and people accept those that they have seen, and no others. */
class AlarmStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";

    @TempDir
    private Path folder;

    private Map<String, String> settings = Map.of();

    @Test
    void alarmsAreAcceptedAsTheyWereSeen() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), new SettableClock(NOW))) {
            settings = StorySettings.at(NOW, exchange.databaseUrl());

            oneAloneIsHeldToTheSameRules(exchange);
            TestPerson wang = joins(exchange, "wang");
            TestPerson li = joins(exchange, "li");
            twoSayWhichTheyHaveSeen(exchange, wang, li);
        }
    }

    private void oneAloneIsHeldToTheSameRules(TestExchange exchange) {
        TypedCommand nothing = command("audit", "accept", "--reason", "to be safe");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("No alarm of the access log waits");

        alarm(exchange, "the first");
        TypedCommand number = command("audit", "accept", "--reason", "she called from 13810001234");
        assertThat(number.exitCode()).isEqualTo(1);
        assertThat(number.err()).contains("phone number").doesNotContain("13810001234");
        assertThat(command("audit", "accept", "--alarm", "7", "--reason", "a drill")
                        .err())
                .contains("[1]", "[7]", "audit check");
        assertThat(accepted(exchange)).isEmpty();

        assertThat(command("audit", "accept", "--reason", "a drill").exitCode()).isZero();
        assertThat(accepted(exchange)).containsExactly(1L);
    }

    private void twoSayWhichTheyHaveSeen(TestExchange exchange, TestPerson wang, TestPerson li) {
        alarm(exchange, "the second");
        assertThat(as(wang, "audit", "accept", "--reason", "a drill").err()).contains("--alarm 2");
        assertThat(as(wang, "audit", "accept", "--alarm", "2", "--reason", "a drill")
                        .exitCode())
                .isZero();
        alarm(exchange, "the third");

        TypedCommand late = as(li, "confirm", "1");
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err()).contains("[2, 3]", "[2]");
        assertThat(accepted(exchange))
                .as("what nobody has looked at is not accepted")
                .containsExactly(1L);

        TypedCommand both = as(wang, "audit", "accept", "--alarm", "3", "--alarm", "2", "--reason", "a drill");
        assertThat(both.err()).isEmpty();
        assertThat(both.out()).contains("2 ENTRY_CHANGED, the second; 3 ENTRY_CHANGED, the third");
        assertThat(as(li, "confirm", "2").exitCode()).isZero();
        assertThat(accepted(exchange)).containsExactly(1L, 2L, 3L);
    }

    private static void alarm(TestExchange exchange, String detail) {
        exchange.sql()
                .sql("insert into access_log_alarm (kind, detail, at) values ('ENTRY_CHANGED', ?, now())")
                .param(detail)
                .update();
    }

    private static List<Long> accepted(TestExchange exchange) {
        return exchange.sql()
                .sql("select alarm from access_log_acceptance order by alarm")
                .query(Long.class)
                .list();
    }

    private TestPerson joins(TestExchange exchange, String name) {
        TestPerson person = TestPerson.withKeyIn(folder, name);
        Persons persons = exchange.bean(Persons.class);
        persons.add(
                new NewPerson(new PersonName(name), name, Role.KEY_OFFICER, person.key()),
                persons.count(),
                Actor.commandLine(),
                Instant.parse("2026-11-24T01:00:00Z"));
        return person;
    }

    private TypedCommand as(TestPerson person, String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(person.options());
        return command(all.toArray(String[]::new));
    }

    private TypedCommand command(String... typed) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
        all.addAll(List.of(typed));
        return TypedCommand.run(settings, all);
    }
}
