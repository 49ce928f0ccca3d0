package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.insurer.InsurerCode;
import jinbo.mobile.Mobile;
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

/** Operators see that consumers complain; what they wrote, and who called, is shown for a reason that the log keeps. */
class CaseStoryIT {

    private static final String CONSUMER = "13810001234";
    private static final String CALLER = "01088886666";

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final Map<String, TestPerson> people = new TreeMap<>();
    private Map<String, String> settings = Map.of();

    @TempDir
    private Path folder;

    private TestExchange exchange;

    @Test
    void aComplaintIsListedWithoutNumbersAndShownForAReason() throws IOException {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            peopleJoin();
            settings = StorySettings.at("2026-03-02T09:30:00+08:00", exchange.databaseUrl());
            assertThat(typed("qian", "case", "list").out()).isEqualTo("Nobody has complained about a call.\n");

            CaseNumber known = complain(Optional.of(new InsurerCode("YUNHE")), Optional.of(CallerNumber.typed(CALLER)));
            CaseNumber unknown = complain(Optional.empty(), Optional.empty());

            theListShowsNoNumber(known, unknown);
            theCaseIsShownForAReason(known);
            whatTheConsumerDidNotKnowIsToldAsThat(unknown);
            whoMayNotSeesNothing(known);
            whatIsNoCaseIsSaidSo();
            whatWasClosedLongAgoIsErased(known, unknown);
            theConsumersNumberIsInNoFile();
        }
    }

    private void theListShowsNoNumber(CaseNumber known, CaseNumber unknown) {
        int entries = entries().size();
        TypedCommand list = typed("qian", "case", "list");
        JsonNode newest = typed("qian", "case", "list", "--limit", "1", "--output", "json")
                .json();

        assertThat(list.err()).isEmpty();
        assertThat(list.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .containsSubsequence(
                        unknown + " - 2026-03-02 08:30 SALES OPEN 2026-03-02 09:00 2026-03-04",
                        known + " YUNHE 2026-03-02 08:30 SALES OPEN 2026-03-02 09:00 2026-03-04");
        assertThat(list.out()).doesNotContain(CONSUMER, CALLER, "dinner");
        assertThat(newest.at("/cases").size()).isEqualTo(1);
        assertThat(newest.at("/cases/0/number").asString()).isEqualTo(unknown.value());
        assertThat(newest.at("/cases/0/insurer").isNull()).isTrue();
        assertThat(entries()).as("nobody can be known by it").hasSize(entries);
    }

    private void theCaseIsShownForAReason(CaseNumber number) {
        int entries = entries().size();
        TypedCommand shown = typed(
                "qian", "case", "show", number.value().toLowerCase(Locale.ROOT), "--reason", "it is to be decided");
        JsonNode json = typed("zhao", "case", "show", number.value(), "--reason", "an audit", "--output", "json")
                .json();

        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains(number.value(), "YUNHE", CALLER, "SALES", "they called at dinner\nand again\n", "OPEN")
                .doesNotContain(CONSUMER);
        assertThat(json.at("/caller").asString()).isEqualTo(CALLER);
        assertThat(json.at("/words").asString()).isEqualTo("they called at dinner\nand again");
        assertThat(json.at("/erased").asBoolean()).isFalse();
        assertThat(json.at("/history/0/state").asString()).isEqualTo("OPEN");
        assertThat(json.toString()).doesNotContain(CONSUMER);
        assertThat(entries().subList(entries, entries + 4))
                .containsExactly(
                        "qian SHOW_CASES INTENT  case " + number + " it is to be decided YUNHE",
                        "qian SHOW_CASES RESULT SHOWN case " + number + " it is to be decided YUNHE",
                        "zhao SHOW_CASES INTENT  case " + number + " an audit YUNHE",
                        "zhao SHOW_CASES RESULT SHOWN case " + number + " an audit YUNHE");
    }

    private void whatTheConsumerDidNotKnowIsToldAsThat(CaseNumber number) {
        JsonNode json = typed("qian", "case", "show", number.value(), "--reason", "asked", "--output", "json")
                .json();

        assertThat(json.at("/summary/insurer").isNull()).isTrue();
        assertThat(json.at("/caller").isNull()).isTrue();
    }

    private void whoMayNotSeesNothing(CaseNumber number) {
        TypedCommand keyOfficer = typed("li", "case", "show", number.value(), "--reason", "curious");
        TypedCommand withoutReason = typed("qian", "case", "show", number.value());
        TypedCommand numberAsReason = typed("qian", "case", "show", number.value(), "--reason", "about " + CONSUMER);

        assertThat(List.of(keyOfficer.exitCode(), withoutReason.exitCode(), numberAsReason.exitCode()))
                .containsExactly(1, 2, 2);
        assertThat(List.of(keyOfficer, withoutReason, numberAsReason))
                .allSatisfy(command ->
                        assertThat(command.out() + command.err()).doesNotContain(CONSUMER, CALLER, "dinner"));
        assertThat(entries()).anyMatch(entry -> entry.startsWith("li SHOW_CASES REFUSAL"));
    }

    private void whatIsNoCaseIsSaidSo() {
        TypedCommand none = typed("qian", "case", "show", "C2026-7KQ2M9XW-Y", "--reason", "asked");
        TypedCommand misread = typed("qian", "case", "show", "C2026-7KQ2M9XW-Z", "--reason", "asked");

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("There is no case C2026-7KQ2M9XW-Y");
        assertThat(misread.exitCode()).isEqualTo(2);
        assertThat(misread.err()).contains("\"C2026-7KQ2M9XW-Z\" is not a value of CASE");
    }

    /** What closes cases does not exist yet. */
    private void whatWasClosedLongAgoIsErased(CaseNumber closed, CaseNumber open) {
        exchange.sql()
                .sql("insert into call_case_event (call_case, state, at, actor)"
                        + " select id, 'CLOSED', '2026-03-03T09:00:00+08:00', 'a test' from call_case where number = ?")
                .param(closed.value())
                .update();

        settings = StorySettings.at("2026-09-02T09:30:00+08:00", exchange.databaseUrl());
        assertThat(typed("qian", "run", "erase-ended").exitCode()).isZero();
        assertThat(shownErased(closed)).as("not six months ago").isFalse();
        settings = StorySettings.at("2026-09-03T09:30:00+08:00", exchange.databaseUrl());
        assertThat(typed("qian", "run", "erase-ended").exitCode()).isZero();

        assertThat(shownErased(closed)).isTrue();
        assertThat(shownErased(open)).isFalse();
        assertThat(typed("qian", "case", "show", closed.value(), "--reason", "asked")
                        .out())
                .contains("What the consumer told of the call has been erased.", "CLOSED", "YUNHE")
                .doesNotContain(CALLER, "dinner");
    }

    private boolean shownErased(CaseNumber number) {
        return typed("qian", "case", "show", number.value(), "--reason", "asked", "--output", "json")
                .json()
                .at("/erased")
                .asBoolean();
    }

    private void theConsumersNumberIsInNoFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(CONSUMER, CALLER, "dinner");
            }
        }
    }

    private CaseNumber complain(Optional<InsurerCode> insurer, Optional<CallerNumber> caller) {
        return exchange.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(Long.parseLong(CONSUMER)),
                                insurer,
                                caller,
                                clock.instant().minus(Duration.ofMinutes(30)),
                                CallPurpose.SALES,
                                "they called at dinner\nand again"),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        new Actor("consumer", "jinbo"),
                        "the consumer complains");
    }

    private void peopleJoin() {
        Persons persons = exchange.bean(Persons.class);
        Map<String, Role> roles =
                Map.of("li", Role.KEY_OFFICER, "wang", Role.KEY_OFFICER, "qian", Role.OPERATOR, "zhao", Role.AUDITOR);
        for (String name : List.of("li", "wang", "qian", "zhao")) {
            TestPerson person = TestPerson.withKeyIn(folder, name);
            people.put(name, person);
            persons.add(
                    new NewPerson(new PersonName(name), name, roles.get(name), person.key()),
                    persons.count(),
                    Actor.commandLine(),
                    clock.instant());
            persons.agree(new PersonName(name), LocalDate.of(2026, 1, 1), Actor.commandLine(), clock.instant());
        }
    }

    private List<String> entries() {
        return exchange.sql()
                .sql("select actor || ' ' || action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object"
                        + " || ' ' || purpose || ' ' || coalesce(insurer, '-') from access_log_entry order by id")
                .query(String.class)
                .list();
    }

    private TypedCommand typed(String who, String... words) {
        List<String> all = new ArrayList<>(List.of("--home", exchange.home().toString(), "--lang", "en"));
        all.addAll(List.of(words));
        all.addAll(people.get(who).options());
        return TypedCommand.run(settings, "", all);
    }
}
