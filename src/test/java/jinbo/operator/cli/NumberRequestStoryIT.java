package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jinbo.participant.staff.Role;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.LeakCheck;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
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
    private final List<CommandOutput> typed = new ArrayList<>();
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CommandSession qian;
    private CommandSession zhao;

    @Test
    void theNumberOfARequestIsKeptApartAndNoLongerThanTheRequestWaits() {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            steps.take("four people join", this::peopleJoin);
            steps.take("a line of business is closed from the next day on", this::aLineIsClosed);
            clock.set("2026-03-02T09:30:00+08:00");

            steps.take("one person asks", this::oneAsks);
            steps.take(
                    "the second person sees no digit and can compare the number",
                    this::whoConfirmsSeesNoDigitAndCanSayTheNumber);
            steps.take("the second person confirms and the number is gone", this::theOtherConfirmsAndTheNumberIsGone);
            steps.take("a refused request leaves nothing", this::ofWhatIsRefusedNothingIsLeft);
            steps.take("an expired request leaves nothing", this::ofWhatExpiresTheNextLookLeavesNothing);
            steps.take("an interrupted confirmation leaves nothing", this::whatDiedInBetweenLeavesNothingEither);
            steps.take("what cannot be done is not recorded as a request", this::whatCouldNotBeDoneIsNotAskedFor);
            steps.take("the numbers are stored nowhere else", this::theNumbersStandNowhereElse);
        }
    }

    private void peopleJoin() {
        CommandSession commands = CommandSession.over(exchange).readBy(typed::add);
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        qian = commands.as(people.join("qian", Role.OPERATOR));
        zhao = commands.as(people.join("zhao", Role.OPERATOR));
    }

    private void aLineIsClosed() {
        BusinessLines lines = exchange.bean(BusinessLines.class);
        LineCode travel = new LineCode("TRAVEL");
        lines.add(travel, "Travel insurance", "旅游险", LocalDate.of(2026, 3, 2), clock.instant());
        lines.close(travel, LocalDate.of(2026, 3, 3), clock.instant());
    }

    private void oneAsks() throws IOException {
        CommandOutput asked = qian.withInput("138-1000-1234\n")
                .type(
                        "register",
                        "-",
                        "--line",
                        "LIFE",
                        "--insurer",
                        "BEIDOU",
                        "--term",
                        "1Y",
                        "--reason",
                        "the consumer came to the counter");

        assertThat(asked.err()).isEmpty();
        assertThat(asked.out())
                .contains("register --reason=", "--line=LIFE --insurer=BEIDOU --term=1Y")
                .contains("***")
                .contains("no sales calls by LIFE, BEIDOU/PROPERTY")
                .contains("from 2026-03-12 until 2027-03-12");
        assertThat(kept()).containsExactly("1 " + NUMBER);
        assertThat(log("action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object || ' ' || actor"))
                .endsWith("CHOOSE INTENT  request 1 qian", "CHOOSE RESULT KEPT request 1 qian");
        assertThat(log("coalesce(subject, '')").get(log("1").size() - 1)).startsWith("2026:");
        theNumbersStandNowhereElse();
    }

    private void whoConfirmsSeesNoDigitAndCanSayTheNumber() {
        JsonNode shown = zhao.json("confirm", "show", "1");
        CommandOutput own = qian.type("confirm", "1");
        CommandOutput wrong = zhao.withInput(OTHER + "\n").type("confirm", "1", "--number", "-");

        assertThat(shown.at("/command").asString()).endsWith("***").contains("--reason=the consumer");
        assertThat(shown.at("/would").asString()).contains("LIFE, BEIDOU/PROPERTY");
        assertThat(own.err()).contains("was made by qian");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("Request 1 is about another number");
        assertThat(log("action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object || ' ' || actor"))
                .contains("CHOOSE RESULT COMPARED request 1 zhao")
                .anyMatch(entry -> entry.startsWith("CHOOSE REFUSAL Request 1 is about another number"));
        assertThat(kept()).as("it still waits").containsExactly("1 " + NUMBER);
    }

    private void theOtherConfirmsAndTheNumberIsGone() {
        int before = log("1").size();
        CommandOutput confirmed = zhao.type("confirm", "1", "--number", NUMBER);
        JsonNode show = zhao.json("show", NUMBER, "--reason", "the consumer asked");

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out())
                .contains("Request 1 from qian, confirmed by zhao")
                .contains("Registered at ", "No sales calls by LIFE, BEIDOU/PROPERTY, from 2026-03-12 until 2027-03-12")
                .contains("This number had no earlier registrations");
        assertThat(kept()).isEmpty();
        assertThat(show.at("/blocks")
                        .valueStream()
                        .map(block -> block.at("/business_line").asString("-") + " "
                                + block.at("/insurer").asString("-") + " "
                                + block.at("/state").asString()))
                .containsExactly("LIFE - PENDING", "PROPERTY BEIDOU PENDING");
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
        assertThat(zhao.type("confirm", "1").err()).contains("was already carried out (DONE)");
    }

    private void ofWhatIsRefusedNothingIsLeft() {
        long request = qian.json("cancel", OTHER, "--reason", "asked by letter")
                .at("/request")
                .asLong();
        assertThat(kept()).hasSize(1);

        CommandOutput refused = zhao.type("confirm", "refuse", "" + request, "--reason", "no letter is there");

        assertThat(refused.out()).contains("was refused. Nothing was changed");
        assertThat(kept()).isEmpty();
        assertThat(log("action || ' ' || coalesce(outcome, '') || ' ' || object || ' ' || purpose"))
                .endsWith(
                        "CHOOSE REMOVED request " + request + " the request waits no more",
                        "DECIDE DONE confirm refuse " + request + " no letter is there");
    }

    private void ofWhatExpiresTheNextLookLeavesNothing() {
        qian.json("release", OTHER, "--reason", "the network has given it to somebody else");
        clock.set("2026-03-16T09:30:01+08:00");
        assertThat(kept()).hasSize(1);

        zhao.type("confirm", "list");
        int entries = log("1").size();
        zhao.type("confirm", "list");

        assertThat(kept()).isEmpty();
        assertThat(log("1")).as("nothing is opened where nothing is left").hasSize(entries);
    }

    /** The process dies with the decision committed and the number not taken: nobody can confirm it again. */
    private void whatDiedInBetweenLeavesNothingEither() {
        long request = qian.json("cancel", OTHER, "--reason", "asked by letter")
                .at("/request")
                .asLong();
        exchange.sql()
                .sql("insert into request_decision (request, requested_by, decision, decided_by, decided_at)"
                        + " values (?, 'qian', 'CONFIRMED', 'zhao', now())")
                .param(request)
                .update();

        assertThat(kept()).hasSize(1);
        CommandOutput erased = qian.type("run", "erase-ended");
        CommandOutput again = zhao.type("confirm", "" + request);

        assertThat(erased.err()).isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(log("actor || ' ' || coalesce(outcome, '') || ' ' || object"))
                .contains("batch REMOVED request " + request);
        assertThat(again.err()).contains("Check whether it has taken effect");
    }

    private void whatCouldNotBeDoneIsNotAskedFor() {
        CommandOutput elsewhere =
                qian.type("register", "13510001237", "--line", "LIFE", "--term", "1Y", "--reason", "asked");
        CommandOutput unknown =
                qian.type("register", OTHER, "--insurer", "NOBODY", "--term", "1Y", "--reason", "asked");
        List<CommandOutput> lines = Stream.of(
                        List.of("--line", "SAILING"),
                        List.of("--line", "TRAVEL"),
                        List.of("--insurer", "YUNHE/TRAVEL"),
                        List.of("--insurer", "YUNHE/MOTOR"))
                .map(named ->
                        qian.type("register", OTHER, named.get(0), named.get(1), "--term", "1Y", "--reason", "asked"))
                .toList();
        clock.set("2026-12-28T09:30:00+08:00");
        CommandOutput ahead = qian.type("change", OTHER, "--line", "LIFE", "--term", "1Y", "--reason", "asked");

        assertThat(List.of(elsewhere.exitCode(), unknown.exitCode(), ahead.exitCode()))
                .containsOnly(1);
        assertThat(elsewhere.err()).contains("another province").doesNotContain("1351");
        assertThat(unknown.err()).contains("Insurer NOBODY does not exist. Known: BEIDOU, CHANGQING, YUNHE");
        assertThat(lines).extracting(CommandOutput::exitCode).containsOnly(1);
        assertThat(lines.get(0).err())
                .contains("Line of business SAILING does not exist. Known: LIFE, MOTOR, PROPERTY, TRAVEL");
        assertThat(lines.get(1).err()).contains("The line of business TRAVEL is not open on 2026-03-16");
        assertThat(lines.get(2).err()).contains("The line of business TRAVEL is not open on 2026-03-16");
        assertThat(lines.get(3).err()).contains("YUNHE does not sell MOTOR");
        assertThat(ahead.err()).contains("2027");
        assertThat(kept()).isEmpty();
    }

    private void theNumbersStandNowhereElse() throws IOException {
        LeakCheck leaks = LeakCheck.of(NUMBER, "138-1000-1234", OTHER, "13510001237");
        leaks.assertNoneIn(typed);
        leaks.assertNoneIn(exchange.sql(), """
            select c.table_name from information_schema.tables c
            where c.table_schema = 'public' and c.table_type = 'BASE TABLE'
              and not exists (select from information_schema.columns m
                              where m.table_name = c.table_name and m.column_name = 'mobile')
            """);
        leaks.assertNoneBelow(folder);
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
                .sql("select " + columns
                        + " from access_log_entry where purpose not like 'the record after %' order by id")
                .query(String.class)
                .list();
    }
}
