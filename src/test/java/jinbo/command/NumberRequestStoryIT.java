package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * Operators act for consumers, two at a time: between the one's word and the other's the number lies behind the gate and
 * nowhere else, and it is gone from there when the request has ended, however that was.
 */
class NumberRequestStoryIT {

    private static final String NUMBER = "13810001234";
    private static final String OTHER = "13810005678";

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final List<TypedCommand> typed = new ArrayList<>();
    private final Map<String, TestPerson> people = new TreeMap<>();
    private Map<String, String> settings = Map.of();

    @TempDir
    private Path folder;

    private TestExchange exchange;

    @Test
    void theNumberOfARequestIsKeptApartAndNoLongerThanTheRequestWaits() throws IOException {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            peopleJoin();
            itIs("2026-03-02T09:30:00+08:00");

            oneAsks();
            whoConfirmsSeesNoDigitAndCanSayTheNumber();
            theOtherConfirmsAndTheNumberIsGone();
            ofWhatIsRefusedNothingIsLeft();
            ofWhatExpiresTheNextLookLeavesNothing();
            whatDiedInBetweenLeavesNothingEither();
            whatCouldNotBeDoneIsNotAskedFor();
            theNumbersStandNowhereElse();
        }
    }

    private void oneAsks() throws IOException {
        TypedCommand asked = typed(
                "138-1000-1234\n",
                "qian",
                "register",
                "-",
                "--sector",
                "LIFE",
                "--insurer",
                "BEIDOU",
                "--term",
                "1Y",
                "--reason",
                "the consumer came to the counter");

        assertThat(asked.err()).isEmpty();
        assertThat(asked.out())
                .contains("register --sector=LIFE --insurer=BEIDOU --term=1Y")
                .contains("***")
                .contains("would not be called for sales by LIFE, BEIDOU")
                .contains("from 2026-03-12 until 2027-03-12");
        assertThat(kept()).containsExactly("1 " + NUMBER);
        assertThat(log("action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object || ' ' || actor"))
                .endsWith("CHOOSE INTENT  request 1 qian", "CHOOSE RESULT KEPT request 1 qian");
        assertThat(log("coalesce(subject, '')").get(log("1").size() - 1)).startsWith("2026:");
        theNumbersStandNowhereElse();
    }

    private void whoConfirmsSeesNoDigitAndCanSayTheNumber() {
        JsonNode shown =
                typed("", "zhao", "confirm", "show", "1", "--output", "json").json();
        TypedCommand own = typed("", "qian", "confirm", "1");
        TypedCommand wrong = typed(OTHER + "\n", "zhao", "confirm", "1", "--number", "-");

        assertThat(shown.at("/command").asString()).endsWith("***").contains("--reason=the consumer");
        assertThat(shown.at("/would").asString()).contains("LIFE, BEIDOU");
        assertThat(own.err()).contains("is qian's own");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("Request 1 is not about this number");
        assertThat(log("action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object || ' ' || actor"))
                .contains("CHOOSE RESULT COMPARED request 1 zhao")
                .anyMatch(entry -> entry.startsWith("CHOOSE REFUSAL Request 1 is not about this number"));
        assertThat(kept()).as("it still waits").containsExactly("1 " + NUMBER);
    }

    private void theOtherConfirmsAndTheNumberIsGone() {
        int before = log("1").size();
        TypedCommand confirmed = typed("", "zhao", "confirm", "1", "--number", NUMBER);
        JsonNode show = typed("", "zhao", "show", NUMBER, "--reason", "the consumer asked", "--output", "json")
                .json();

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out())
                .contains("Request 1 of qian, confirmed by zhao")
                .contains(
                        "Registered as revision 1", "No sales calls by LIFE, BEIDOU, from 2026-03-12 until 2027-03-12")
                .contains("Nothing had been registered of this number before");
        assertThat(kept()).isEmpty();
        assertThat(show.at("/bans")
                        .valueStream()
                        .map(ban -> ban.at("/sector").asString("-") + " "
                                + ban.at("/insurer").asString("-") + " "
                                + ban.at("/state").asString()))
                .containsExactly("LIFE - PENDING", "- BEIDOU PENDING");
        assertThat(log("action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || actor"
                                + " || coalesce('+' || confirmed_by, '') || ' ' || coalesce(numbers, 0)")
                        .stream()
                        .skip(before)
                        .filter(entry -> entry.contains("RESULT")))
                .containsExactly(
                        "CHOOSE RESULT COMPARED zhao 1",
                        "CHOOSE RESULT TAKEN qian+zhao 1",
                        "LOOK_UP RESULT LOOKED_UP qian+zhao 1",
                        "CHOOSE RESULT REGISTERED qian+zhao 1",
                        "DECIDE RESULT DONE qian+zhao 0",
                        "LOOK_UP RESULT LOOKED_UP zhao 1");
        assertThat(typed("", "zhao", "confirm", "1").err()).contains("waits no more: it was carried out (DONE)");
    }

    private void ofWhatIsRefusedNothingIsLeft() {
        long request = asked("cancel", OTHER, "--reason", "asked by letter");
        assertThat(kept()).hasSize(1);

        TypedCommand refused = typed("", "zhao", "confirm", "refuse", "" + request, "--reason", "no letter is there");

        assertThat(refused.out()).contains("was refused and is not carried out");
        assertThat(kept()).isEmpty();
        assertThat(log("action || ' ' || coalesce(outcome, '') || ' ' || object || ' ' || purpose"))
                .endsWith("CHOOSE REMOVED request " + request + " the request waits no more");
    }

    private void ofWhatExpiresTheNextLookLeavesNothing() {
        asked("release", OTHER, "--reason", "the network has given it to somebody else");
        itIs("2026-03-16T09:30:01+08:00");
        assertThat(kept()).hasSize(1);

        typed("", "zhao", "confirm", "list");
        int entries = log("1").size();
        typed("", "zhao", "confirm", "list");

        assertThat(kept()).isEmpty();
        assertThat(log("1")).as("nothing is opened where nothing is left").hasSize(entries);
    }

    /** The process dies with the decision committed and the number not taken: nobody can confirm it again. */
    private void whatDiedInBetweenLeavesNothingEither() {
        long request = asked("cancel", OTHER, "--reason", "asked by letter");
        exchange.sql()
                .sql("insert into request_decision (request, requested_by, decision, decided_by, decided_at)"
                        + " values (?, 'qian', 'CONFIRMED', 'zhao', now())")
                .param(request)
                .update();

        assertThat(kept()).hasSize(1);
        TypedCommand erased = typed("", "qian", "run", "erase-ended");
        TypedCommand again = typed("", "zhao", "confirm", "" + request);

        assertThat(erased.err()).isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(log("actor || ' ' || coalesce(outcome, '') || ' ' || object"))
                .contains("batch REMOVED request " + request);
        assertThat(again.err()).contains("look whether it has taken effect");
    }

    private void whatCouldNotBeDoneIsNotAskedFor() {
        TypedCommand elsewhere =
                typed("", "qian", "register", "13510001237", "--sector", "LIFE", "--term", "1Y", "--reason", "asked");
        TypedCommand unknown =
                typed("", "qian", "register", OTHER, "--insurer", "NOBODY", "--term", "1Y", "--reason", "asked");
        itIs("2026-12-28T09:30:00+08:00");
        TypedCommand ahead =
                typed("", "qian", "change", OTHER, "--sector", "LIFE", "--term", "1Y", "--reason", "asked");

        assertThat(List.of(elsewhere.exitCode(), unknown.exitCode(), ahead.exitCode()))
                .containsOnly(1);
        assertThat(elsewhere.err()).contains("another province").doesNotContain("1351");
        assertThat(unknown.err()).contains("There is no insurer NOBODY. Known: BEIDOU, CHANGQING, YUNHE");
        assertThat(ahead.err()).contains("2027");
        assertThat(kept()).isEmpty();
    }

    private void theNumbersStandNowhereElse() throws IOException {
        List<String> never = List.of(NUMBER, "138-1000-1234", OTHER, "13510001237");
        assertThat(typed)
                .allSatisfy(command -> assertThat(command.out() + command.err()).doesNotContain(never));
        for (String table : exchange.sql().sql("""
                        select c.table_name from information_schema.tables c
                        where c.table_schema = 'public' and c.table_type = 'BASE TABLE'
                          and not exists (select from information_schema.columns m
                                          where m.table_name = c.table_name and m.column_name = 'mobile')
                        """).query(String.class).list()) {
            assertThat(exchange.sql()
                            .sql("select t::text from \"" + table + "\" t")
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(row -> never.stream().anyMatch(row::contains));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(never);
            }
        }
    }

    private void peopleJoin() {
        Persons persons = exchange.bean(Persons.class);
        for (String name : List.of("li", "wang", "qian", "zhao")) {
            TestPerson person = TestPerson.withKeyIn(folder, name);
            people.put(name, person);
            Role role = name.equals("li") || name.equals("wang") ? Role.KEY_OFFICER : Role.OPERATOR;
            persons.add(
                    new NewPerson(new PersonName(name), name, role, person.key()),
                    persons.count(),
                    Actor.commandLine(),
                    clock.instant());
            persons.agree(new PersonName(name), LocalDate.of(2026, 1, 1), Actor.commandLine(), clock.instant());
        }
    }

    /** The numbers behind the gate, for the owner of the database. */
    private List<String> kept() {
        return exchange.sql()
                .sql("select request || ' ' || mobile from request_number order by 1")
                .query(String.class)
                .list();
    }

    private List<String> log(String columns) {
        return exchange.sql()
                .sql("select " + columns + " from access_log_entry order by id")
                .query(String.class)
                .list();
    }

    private void itIs(String now) {
        clock.set(now);
        settings = StorySettings.at(now, exchange.databaseUrl());
    }

    private long asked(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--output", "json"));
        return typed("", "qian", all.toArray(String[]::new))
                .json()
                .at("/request")
                .asLong();
    }

    private TypedCommand typed(String input, String who, String... words) {
        List<String> all = new ArrayList<>(List.of("--home", exchange.home().toString(), "--lang", "en"));
        all.addAll(List.of(words));
        all.addAll(people.get(who).options());
        TypedCommand command = TypedCommand.run(settings, input, all);
        typed.add(command);
        return command;
    }
}
