package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.accesslog.AccessAction;
import jinbo.exchange.format.Term;
import jinbo.exchange.keys.Prompt;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.Screen;
import jinbo.operator.api.OpenLocalApi;
import jinbo.participant.staff.Role;
import jinbo.platform.home.Home;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands go to the process that serves the home, and open nothing themselves. */
class HandedOverCommandsIT {

    private static final Path CALENDAR = Path.of("src/test/resources/jinbo/reference/calendar/made-up-2027.csv");
    private static final String COLOUR = "\u001B\\[[0-9;]*m";

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private TestPerson zhao;
    private TestPerson qian;
    private OpenLocalApi.Open api;

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void open() {
        SettableClock now = new SettableClock(
                Instant.now().atOffset(ZoneOffset.ofHours(8)).withNano(0).toString());
        exchange = TestExchange.start(folder.resolve("home"), now);
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        zhao = people.join("zhao", Role.OPERATOR);
        qian = people.join("qian", Role.OPERATOR);
        api = exchange.bean(OpenLocalApi.class).open(new Home(exchange.home()).socket());
    }

    @AfterEach
    void close() {
        api.close();
        exchange.close();
    }

    @Test
    void filesGoBesideTheOperation() throws IOException {
        Path file = Files.copy(CALENDAR, folder.resolve("工作日 2027.csv"));

        Outcome outcome = type("calendar", "import", file.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("calendar import 工作日 2027.csv", "zhao");
        assertThat(exchange.home().resolve("requests/1/0")).hasSameBinaryContentAs(CALENDAR);
        assertThat(type("calendar", "import", "no-such-file.csv"))
                .satisfies(missing -> assertThat(missing.exit()).isOne())
                .satisfies(missing -> assertThat(missing.err()).contains("no-such-file.csv"));
    }

    @Test
    void numbersGoBesideTheOperationAndAreInNoRecord() {
        exchange.registrations().choose(13810001234L, "YUNHE", Term.ONE_YEAR);

        Outcome outcome = type("show", "13810001234", "--reason", "a letter");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("YUNHE").doesNotContain("13810001234");
        assertThat(type("show", "13810001235", "--reason", "a letter").out()).contains("no registrations");
        assertThat(type("release", "13810001234", "--reason", "changed hands").exit())
                .isZero();
        assertThat(exchange.sql()
                        .sql("select document from operation_signature")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("changed hands")
                .doesNotContain("13810001234");
        assertThat(exchange.accessLog())
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("13810001234"))
                .filteredOn(entry -> entry.access().actor().name().equals("zhao"))
                .extracting(entry -> entry.access().action())
                .contains(AccessAction.LOOK_UP);
    }

    @Test
    void problemsAreWrittenAsByAProcessOfItsOwn() {
        Outcome outcome = type("--output", "json", "held", "show", "none.csv.pgp");

        assertThat(outcome.exit()).isOne();
        JsonNode failure = new JsonMapper().readTree(outcome.err());
        assertThat(failure.propertyNames()).containsExactly("error", "message", "problems", "setting", "log");
        assertThat(failure.path("error").asString("")).isEqualTo("NOT_HELD");
        assertThat(type("--lang", "zh", "held", "show", "none.csv.pgp").err()).containsPattern("\\p{IsHan}");
    }

    @Test
    void theSecondPersonLooksConfirmsAndRefuses() {
        String[] line = {"line", "add", "PET", "--name", "Pet insurance", "--name-zh", "宠物保险"};
        assertThat(type(line).exit()).isZero();
        assertThat(type(line).exit()).isZero();

        assertThat(type("confirm", "list").out()).contains("line add", "zhao");
        assertThat(typeAs(qian, "confirm", "show", "1").out()).contains("PET");
        assertThat(type("confirm", "1"))
                .satisfies(own -> assertThat(own.exit()).isOne())
                .satisfies(own -> assertThat(own.err()).contains("another person must confirm it"));
        Outcome confirmed = typeAs(qian, "--output", "json", "confirm", "1");
        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        assertThat(confirmed.out()).contains("\"confirmed_by\" : \"qian\"", "\"requested_by\" : \"zhao\"");
        Outcome refused = typeAs(qian, "confirm", "refuse", "2", "--reason", "it is there already");
        assertThat(refused.exit()).as(refused.err()).isZero();
        assertThat(refused.out()).contains("REFUSED", "it is there already");
        assertThat(typeAs(qian, "confirm", "3").err()).contains("Request 3 does not exist");
    }

    @Test
    void theSecondPersonSaysWhichNumberItIsAbout() {
        assertThat(type("release", "13810001234", "--reason", "changed hands").exit())
                .isZero();

        Outcome other = typeAs(qian, "confirm", "1", "--number", "13810001235");
        assertThat(other.exit()).isOne();
        assertThat(other.err()).contains("is about another number").doesNotContain("13810001235");
        Outcome confirmed = typeAs(qian, "confirm", "1", "--number", "13810001234");
        assertThat(confirmed.out())
                .contains("Request 1 from zhao, confirmed by qian")
                .doesNotContain("13810001234");
    }

    @Test
    void statusIsToldByTheProcessThatServes() {
        Outcome told = type("status");

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).startsWith("Home ").contains(exchange.home().toString());
        assertThat(new JsonMapper()
                        .readTree(type("--output", "json", "status").out())
                        .propertyNames())
                .startsWith("home", "now", "calendar", "segments", "insurers");
    }

    @Test
    void answersHaveColoursWhereTheTerminalShowsThem() {
        String[] lines = {"line", "list"};
        String[] notHeld = {"held", "show", "none.csv.pgp"};

        Outcome listed = typeOn(Screen.COLOURED, zhao, Map.of(), lines);
        assertThat(listed.out()).startsWith("\u001B[1mLine ");
        assertThat(withoutColours(listed))
                .isEqualTo(type(lines))
                .isEqualTo(typeOn(Screen.PLAIN, zhao, Map.of(), lines));
        Outcome refused = typeOn(Screen.COLOURED, zhao, Map.of(), notHeld);
        assertThat(refused.err()).startsWith("\u001B[31m");
        assertThat(withoutColours(refused))
                .isEqualTo(type(notHeld))
                .isEqualTo(typeOn(Screen.PLAIN, zhao, Map.of(), notHeld));
        assertThat(typeOn(Screen.COLOURED, zhao, Map.of(), "--output", "json", "line", "list")
                        .out())
                .startsWith("{")
                .doesNotContain("\u001B");
    }

    /** The evidence is put together where the registry is, and signed by both. */
    @Test
    void whatBothAreToSeeIsSignedInThePlaceOfWhatWasTyped() {
        String yesterday = Instant.now().minus(Duration.ofDays(1)).toString();
        Outcome opened = type(
                "--output",
                "json",
                "case",
                "open",
                "13810001234",
                "--called-at",
                yesterday,
                "--purpose",
                "SALES",
                "--reason",
                "a letter");
        String number =
                new JsonMapper().readTree(opened.out()).at("/summary/number").asString(opened.out() + opened.err());

        Outcome decided = type("case", "decide", number, "--ruling", "NOT_ITS_CALL", "--reason", "nobody knows whose");

        assertThat(decided.exit()).as(decided.err()).isZero();
        assertThat(decided.out()).contains("case decide --ruling=NOT_ITS_CALL", "--evidence=");
    }

    @Test
    void whatIsKeptWithASignatureHoldsNoNumber() {
        Outcome added = type(
                "unit", "add", "YUNHE", "WEST", "--name", "West", "--kind", "BRANCH", "--reason", "13810001234 asked");

        assertThat(added.exit()).isOne();
        assertThat(added.err()).contains("seems to contain a phone number").doesNotContain("13810001234");
    }

    @Test
    void whatIsSignedByAnotherClockIsStale() {
        String earlier = Instant.now().minus(Duration.ofMinutes(10)).toString();

        Outcome outcome = typeOn(
                Screen.NONE, zhao, Map.of("jinbo.clock", earlier), "show", "13810001234", "--reason", "a letter");

        assertThat(outcome.exit()).isOne();
        assertThat(outcome.err()).contains(earlier.substring(0, 16));
    }

    private Outcome type(String... words) {
        return typeAs(zhao, words);
    }

    private Outcome typeAs(TestPerson person, String... words) {
        return typeOn(Screen.NONE, person, Map.of(), words);
    }

    private Outcome typeOn(Screen screen, TestPerson person, Map<String, String> settings, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = Stream.of(
                        Stream.of("--home", exchange.home().toString()),
                        person.options().stream(),
                        Arrays.stream(words))
                .flatMap(some -> some)
                .toList();
        int exit = Jinbo.run(
                new Terminal(
                        new StringReader(""), new PrintWriter(out), new PrintWriter(err), false, Prompt.NONE, screen),
                settings,
                SampleKeyUse.IN_DEMOS,
                (home, ofHome, passphrases, samples, listener) -> {
                    throw new AssertionError("The command has opened the home");
                },
                all.toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private static Outcome withoutColours(Outcome outcome) {
        return new Outcome(
                outcome.exit(),
                outcome.out().replaceAll(COLOUR, ""),
                outcome.err().replaceAll(COLOUR, ""));
    }
}
