package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.NoticesToTell;
import jinbo.cases.measure.EndDueMeasures;
import jinbo.cases.measure.Measure;
import jinbo.cases.measure.ProposeDueMeasures;
import jinbo.exchange.CaseNotice;
import jinbo.insurer.InsurerCode;
import jinbo.person.NewPerson;
import jinbo.person.PersonName;
import jinbo.person.Persons;
import jinbo.person.Role;
import jinbo.testing.AskedInsurers;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPerson;
import jinbo.watch.FindAllConcerns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two consumers complain of BEIDOU, two people decide, two impose what follows from that, and it ends by itself. */
class MeasureStoryIT {

    private static final String CONSUMER = "13810001234";
    private static final String CALLER = "01088886666";
    private static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final Map<String, TestPerson> people = new TreeMap<>();
    private final List<TypedCommand> typed = new ArrayList<>();
    private Map<String, String> settings = Map.of();

    @TempDir
    private Path folder;

    private TestExchange exchange;

    @Test
    void fromAConsumersLetterToTheEndOfAMeasure() throws IOException {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            peopleJoin();
            itIs("2026-03-02T09:30:00+08:00");

            CaseNumber known = anOperatorOpensACaseForAConsumer();
            CaseNumber unknown = aCallOfNobodyKnownIsAssigned();
            nobodyDecidesBeforeTheAnswerIsDue(known, unknown);
            twoPeopleDecideOnTheSameEvidence(known);
            aCaseIsNotDecidedTwice(known);
            decided(unknown);
            theConsumerContestsOnceAndInTime(known);
            whatIsOverdueIsListed();

            theJobProposesOnce(known, unknown);
            twoPeopleImpose();
            theInsurerIsToBeToldOnce();
            statusShowsItUntilItEndsByItself();
            aLadderThatIsNonsenseStopsTheStartAndIsNamed();
            nobodysNumberWasShown();
        }
    }

    private CaseNumber anOperatorOpensACaseForAConsumer() throws IOException {
        String[] open = {
            "case",
            "open",
            "-",
            "--called-at",
            "2026-03-01T19:30:00+08:00",
            "--purpose",
            "SALES",
            "--insurer",
            "BEIDOU",
            "--caller",
            CALLER,
            "--words=-",
            "--reason",
            "a letter of 1 March"
        };
        String told = CONSUMER + "\nthey called at dinner\nand again\n";
        TypedCommand auditor = typed(told, "zhao", open);
        TypedCommand ahead = typed(told, "qian", with(open, "2026-03-01T19:30", "2026-03-03T19:30"));
        TypedCommand onlyADate = typed(told, "qian", with(open, "2026-03-01T19:30:00+08:00", "2026-03-01"));
        TypedCommand inGbk = typed(told, "qian", with(open, "--words=-", "--words=" + lettersInGbk()));
        JsonNode opened = typed(told, "qian", with(open, "open", "open", "--output", "json"))
                .json();
        TypedCommand again = typed(told, "qian", open);
        CaseNumber number = new CaseNumber(opened.at("/summary/number").asString());
        JsonNode shown = shown(number);

        assertThat(auditor.err()).contains("OPERATOR");
        assertThat(ahead.err()).contains("lies ahead");
        assertThat(inGbk.err()).contains("is not UTF-8");
        assertThat(onlyADate.exitCode()).isEqualTo(2);
        assertThat(onlyADate.err()).contains("at what time the call was");
        assertThat(again.out()).as("the same call is the same case").contains("The complaint is case " + number);
        assertThat(shown.at("/source").asString()).isEqualTo("OPERATOR");
        assertThat(shown.at("/caller").asString()).isEqualTo(CALLER);
        assertThat(shown.at("/words").asString()).isEqualTo("they called at dinner\nand again");
        assertThat(shown.at("/summary/due_on").asString()).isEqualTo("2026-03-04");
        return number;
    }

    private Path lettersInGbk() throws IOException {
        return Files.write(folder.resolve("letter.txt"), "他们又打来了".getBytes("GB18030"));
    }

    private CaseNumber aCallOfNobodyKnownIsAssigned() {
        CaseNumber number = new CaseNumber(typed(
                        CONSUMER + "\n",
                        "qian",
                        "case",
                        "open",
                        "-",
                        "--called-at",
                        "2026-03-01T20:15:00+08:00",
                        "--purpose",
                        "SALES",
                        "--reason",
                        "told by telephone",
                        "--output",
                        "json")
                .json()
                .at("/summary/number")
                .asString());
        TypedCommand violation = decide("qian", number, "VIOLATION", "--ground", "BLOCK");
        TypedCommand byNumber = typed(
                "",
                "qian",
                "case",
                "assign",
                number.value(),
                "--insurer",
                "BEIDOU",
                "--salesperson",
                "138-1000-1234",
                "--reason",
                "the insurer says so");
        TypedCommand noUnit = typed(
                "",
                "qian",
                "case",
                "assign",
                number.value(),
                "--insurer",
                "BEIDOU",
                "--unit",
                "NOWHERE",
                "--reason",
                "the insurer says so");
        long assigned = asked(typed(
                "",
                "qian",
                "case",
                "assign",
                number.value(),
                "--insurer",
                "BEIDOU",
                "--salesperson",
                "S-17",
                "--reason",
                "the recording names BEIDOU"));
        TypedCommand own = typed("", "qian", "confirm", "" + assigned);
        TypedCommand outlined = typed("", "sun", "confirm", "show", "" + assigned);
        TypedCommand confirmed = typed("", "sun", "confirm", "" + assigned);
        JsonNode shown = shown(number);

        assertThat(violation.err()).contains("Nobody has been asked about case " + number);
        assertThat(byNumber.exitCode()).isEqualTo(2);
        assertThat(byNumber.err())
                .contains("\"***\" is not a value of --salesperson SIGN")
                .doesNotContain("1000");
        assertThat(noUnit.exitCode()).isEqualTo(1);
        assertThat(own.err()).as("a number is opened to an insurer").contains("is qian's own");
        assertThat(outlined.out())
                .contains("would be a call of BEIDOU (sales unit -, salesperson S-17); until now it is one of -");
        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("Case " + number + " is assigned", "BEIDOU");
        assertThat(shown.at("/party/salesperson").asString()).contains("S-17");
        assertThat(shown.at("/history/1/state").asString()).isEqualTo("OPEN");
        assertThat(shown.at("/history/1/reason").asString()).isEqualTo("the recording names BEIDOU");
        assertThat(entries())
                .contains("qian DECIDE RESULT DONE party of case " + number + " the recording names BEIDOU BEIDOU");
        return number;
    }

    private void nobodyDecidesBeforeTheAnswerIsDue(CaseNumber... numbers) {
        for (CaseNumber number : numbers) {
            new AskedInsurers(exchange.sql()).about(number, clock.instant());
            becomes(number, CaseState.SENT, "2026-03-02T12:00:00+08:00", Optional.of("2026-03-16"));
        }
        itIs("2026-03-16T09:00:00+08:00");

        TypedCommand tooEarly = decide("qian", numbers[0], "VIOLATION", "--ground", "BLOCK");
        TypedCommand dismissed = decide("qian", numbers[0], "NOT_BLOCKED");

        assertThat(List.of(tooEarly, dismissed))
                .allSatisfy(command -> assertThat(command.err())
                        .contains("waits for the insurer's answer until 2026-03-16; decide the day after"));
        assertThat(typed("", "zhao", "confirm", "list").out()).contains("No request waits");
    }

    private void twoPeopleDecideOnTheSameEvidence(CaseNumber number) {
        itIs("2026-03-17T09:00:00+08:00");
        TypedCommand withoutGround = decide("qian", number, "VIOLATION");
        TypedCommand auditor = decide("zhao", number, "VIOLATION", "--ground", "BLOCK");
        TypedCommand other = decide("qian", number, "VIOLATION", "--ground", "BLOCK", "--evidence", "c".repeat(64));
        long first = asked(decide("qian", number, "VIOLATION", "--ground", "BLOCK"));
        theEvidenceChanges();
        TypedCommand changed = typed("", "sun", "confirm", "" + first);
        long second = asked(decide("qian", number, "VIOLATION", "--ground", "BLOCK", "--ground", "HOURS"));
        long third = asked(decide("sun", number, "GRACE"));

        assertThat(withoutGround.exitCode()).isEqualTo(2);
        assertThat(auditor.err()).contains("OPERATOR");
        assertThat(other.err()).contains("is not the one that was looked at any more");
        assertThat(changed.err()).contains("is not the one that was looked at any more");
        assertThat(typed("", "qian", "confirm", "" + second).err()).contains("is qian's own");
        assertThat(typed("", "zhao", "confirm", "" + second).err()).contains("OPERATOR");
        assertThat(typed("", "sun", "confirm", "show", "" + second).out())
                .contains(
                        "--ground=BLOCK --ground=HOURS " + number,
                        "about a call of BEIDOU (sales unit -, salesperson -)",
                        "would be decided as VIOLATION (rules broken: BLOCK, HOURS)",
                        evidence(number));

        TypedCommand confirmed = typed("", "sun", "confirm", "" + second);

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("Case " + number + " is UPHELD", "BLOCK, HOURS", "qian", "sun");
        assertThat(typed("", "qian", "confirm", "" + third).err())
                .as("two requests about one case")
                .contains("is UPHELD and cannot become DISMISSED");
    }

    private void aCaseIsNotDecidedTwice(CaseNumber number) {
        JsonNode shown = shown(number);

        assertThat(decide("qian", number, "GRACE").err()).contains("is UPHELD and cannot become DISMISSED");
        assertThat(shown.at("/decisions").size()).isEqualTo(1);
        assertThat(shown.at("/decisions/0/decided_by").asString()).isEqualTo("qian");
        assertThat(shown.at("/decisions/0/confirmed_by").asString()).isEqualTo("sun");
        assertThat(shown.at("/decisions/0/proposed").asString()).isEqualTo("NOT_BLOCKED");
        assertThat(shown.at("/decisions/0/evidence_sha256").asString()).isEqualTo(evidence(number));
        assertThat(shown.at("/history/2/due_on").asString()).isEqualTo("2026-03-31");
        assertThat(typed("", "qian", "case", "assign", number.value(), "--insurer", "YUNHE", "--reason", "a doubt")
                        .err())
                .contains("is UPHELD and cannot become OPEN");
    }

    private void theConsumerContestsOnceAndInTime(CaseNumber upheld) {
        CaseNumber contested = dismissed("2026-03-02T19:30:00+08:00");
        CaseNumber other = dismissed("2026-03-03T19:30:00+08:00");
        TypedCommand winner = appeal(upheld, "it is not enough");
        itIs("2026-03-31T17:00:00+08:00");
        TypedCommand appeal = appeal(contested, "the consumer writes that it was BEIDOU");
        TypedCommand violation = decide("qian", contested, "VIOLATION", "--ground", "BLOCK");
        long again = asked(decide("qian", contested, "NOT_BLOCKED"));
        TypedCommand confirmed = typed("", "sun", "confirm", "" + again);
        TypedCommand twice = appeal(contested, "and more still");
        itIs("2026-04-01T09:00:00+08:00");
        TypedCommand tooLate = appeal(other, "a late letter");

        assertThat(winner.err()).contains("was decided as the consumer wants it; only the insurer can contest that");
        assertThat(appeal.out()).contains("is decided again", "APPEALED");
        assertThat(violation.err())
                .as("an appeal asks nobody")
                .contains("Nobody has been asked about case " + contested);
        assertThat(confirmed.out()).contains("is DISMISSED");
        assertThat(twice.err()).contains("has been contested before; what was decided after that is final");
        assertThat(tooLate.err()).contains("could be contested until 2026-03-31");
    }

    /** Of a call of which nobody knows whose it was. */
    private CaseNumber dismissed(String calledAt) {
        CaseNumber number = new CaseNumber(typed(
                        CONSUMER + "\n",
                        "qian",
                        "case",
                        "open",
                        "-",
                        "--called-at",
                        calledAt,
                        "--purpose",
                        "SALES",
                        "--reason",
                        "told by telephone",
                        "--output",
                        "json")
                .json()
                .at("/summary/number")
                .asString());
        long request = asked(decide("qian", number, "NOT_ITS_CALL"));
        assertThat(typed("", "sun", "confirm", "" + request).out()).contains("is DISMISSED");
        return number;
    }

    private TypedCommand appeal(CaseNumber number, String reason) {
        return typed("", "qian", "case", "appeal", number.value(), "--reason", reason);
    }

    private void whatIsOverdueIsListed() {
        JsonNode none = typed("", "qian", "case", "list", "--overdue", "--output", "json")
                .json();
        CaseNumber forgotten = new CaseNumber(typed(
                        "13810005678\n",
                        "qian",
                        "case",
                        "open",
                        "-",
                        "--called-at",
                        "2026-03-20T10:00:00+08:00",
                        "--purpose",
                        "OTHER",
                        "--insurer",
                        "YUNHE",
                        "--reason",
                        "told at the counter",
                        "--output",
                        "json")
                .json()
                .at("/summary/number")
                .asString());
        itIs("2026-04-07T09:00:00+08:00");
        TypedCommand overdue = typed("", "qian", "case", "list", "--overdue", "--insurer", "YUNHE");

        assertThat(none.at("/cases").size()).isZero();
        assertThat(overdue.out()).contains(forgotten.value(), "2026-04-03 (overdue)");
        assertThat(typed("", "qian", "case", "list", "--state", "UPHELD").out().lines())
                .hasSize(3);
        assertThat(typed("", "qian", "case", "list", "--state", "SENT").out()).contains("There is no such case.");
    }

    private void theJobProposesOnce(CaseNumber... upheld) {
        becomes(upheld[0], CaseState.CLOSED, "2026-04-08T09:00:00+08:00", Optional.empty());
        clock.set("2026-04-08T10:00:00+08:00");
        assertThat(propose()).as("one is not closed yet").isEmpty();
        becomes(upheld[1], CaseState.CLOSED, "2026-04-08T11:00:00+08:00", Optional.empty());

        assertThat(propose())
                .singleElement()
                .satisfies(measure -> assertThat(measure.cases()).containsExactly(upheld));
        assertThat(propose()).as("once more").isEmpty();
        itIs("2026-04-30T09:00:00+08:00");
        assertThat(typed("", "zhao", "measure", "list").out())
                .contains("STOP_NEW_CUSTOMERS", "BEIDOU", "PROPOSED", upheld[0] + " " + upheld[1]);
        assertThat(typed("", "sun", "case", "show", upheld[1].value(), "--reason", "asked")
                        .out())
                .contains("STOP_NEW_CUSTOMERS", "PROPOSED");
        assertThat(shown(upheld[1]).at("/measures/0/id").asLong()).isEqualTo(1);
        assertThat(concerns()).contains("MEASURES_WAIT 1");
    }

    /** 1 to 5 May 2026 are holidays. */
    private void twoPeopleImpose() {
        TypedCommand auditor = typed("", "zhao", "measure", "impose", "1", "--reason", "it was earned");
        TypedCommand unknown = typed("", "qian", "measure", "impose", "7", "--reason", "it was earned");
        TypedCommand asked = typed("", "qian", "measure", "impose", "1", "--reason", "it was earned");
        long request = asked(asked);

        assertThat(auditor.err()).contains("OPERATOR");
        assertThat(unknown.err()).contains("There is no measure 7");
        assertThat(asked.out()).contains("STOP_NEW_CUSTOMERS of BEIDOU", "from 2026-05-06 until 2026-08-05");
        assertThat(typed("", "qian", "confirm", "" + request).err()).contains("is qian's own");
        assertThat(typed("", "qian", "measure", "lift", "1", "--reason", "too early")
                        .err())
                .contains("Measure 1 is PROPOSED and cannot become LIFTED");
        assertThat(toTell()).isEmpty();
        assertThat(typed("", "sun", "confirm", "" + request).out()).contains("IMPOSED", "2026-05-06", "2026-08-05");
        assertThat(concerns()).noneMatch(concern -> concern.startsWith("MEASURES_WAIT"));
        assertThat(typed("", "qian", "measure", "refuse", "1", "--reason", "too late")
                        .err())
                .contains("Measure 1 is IMPOSED and cannot become REFUSED");
    }

    private void theInsurerIsToBeToldOnce() {
        assertThat(toTell()).containsExactly("MEASURE_BEGINS STOP_NEW_CUSTOMERS 2026-05-06 2026-08-05");
    }

    private void statusShowsItUntilItEndsByItself() {
        itIs("2026-08-05T23:59:59+08:00");
        JsonNode onItsLastDay = typed("", "zhao", "status", "--output", "json").json();
        TypedCommand inWords = typed("", "zhao", "status");
        clock.set("2026-08-05T23:59:59+08:00");
        assertThat(exchange.bean(EndDueMeasures.class).run()).isEmpty();
        itIs("2026-08-06T00:00:00+08:00");
        JsonNode theDayAfter = typed("", "zhao", "status", "--output", "json").json();
        clock.set("2026-08-06T00:00:00+08:00");

        assertThat(onItsLastDay.at("/measures/0/measure").asString()).isEqualTo("STOP_NEW_CUSTOMERS");
        assertThat(onItsLastDay.at("/measures/0/insurer").asString()).contains("BEIDOU");
        assertThat(inWords.out()).contains("Measures\n", "STOP_NEW_CUSTOMERS", "2026-08-05");
        assertThat(theDayAfter.at("/measures").size())
                .as("also before the job has run")
                .isZero();
        assertThat(exchange.bean(EndDueMeasures.class).run()).hasSize(1);
        assertThat(exchange.bean(EndDueMeasures.class).run()).isEmpty();
        assertThat(toTell())
                .containsExactly(
                        "MEASURE_BEGINS STOP_NEW_CUSTOMERS 2026-05-06 2026-08-05",
                        "MEASURE_ENDS STOP_NEW_CUSTOMERS 2026-05-06 2026-08-05");
        assertThat(typed("", "zhao", "measure", "list").out()).contains("No measure waits for people");
        assertThat(typed("", "zhao", "measure", "list", "--all").out()).contains("ENDED");
    }

    private void aLadderThatIsNonsenseStopsTheStartAndIsNamed() throws IOException {
        Path file = Files.createDirectories(exchange.home().resolve("jobs")).resolve("settle-cases.yaml");
        Files.writeString(file, """
                jinbo:
                  measures:
                    ladders:
                      - about: INSURER
                        sectors: [ LIFE ]
                        calls-from: 2026-01-01
                        steps:
                          - { upheld: 1, within: 1y, measure: STOP_ALL }
                          - { upheld: 1, within: 1y, measure: STOP_ALL, lasts: 3m }
                """);

        TypedCommand refused = typed("", "zhao", "measure", "list");
        Files.delete(file);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "Ladder 1 of jinbo.measures.ladders is not sound: step 1 has no end (lasts), so that nothing can"
                                + " come after it");
    }

    private void nobodysNumberWasShown() {
        assertThat(typed)
                .allSatisfy(command ->
                        assertThat(command.out() + command.err()).doesNotContain(CONSUMER, "13810005678", "138-1000"));
        assertThat(entries()).noneMatch(entry -> entry.contains(CONSUMER) || entry.contains(CALLER));
    }

    private void decided(CaseNumber number) {
        long request = asked(decide("qian", number, "VIOLATION", "--ground", "BLOCK"));
        assertThat(typed("", "sun", "confirm", "" + request).out()).contains("is UPHELD");
    }

    private TypedCommand decide(String who, CaseNumber number, String finding, String... more) {
        List<String> words = new ArrayList<>(
                List.of("case", "decide", number.value(), "--finding", finding, "--reason", "by the evidence"));
        words.addAll(List.of(more));
        return typed("", who, words.toArray(String[]::new));
    }

    private static String[] with(String[] words, String one, String another, String... more) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            all.add(word.replace(one, another));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private long asked(TypedCommand command) {
        assertThat(command.err()).isEmpty();
        return exchange.sql()
                .sql("select max(id) from request")
                .query(Long.class)
                .single();
    }

    private List<String> concerns() {
        return exchange.bean(FindAllConcerns.class).find().stream()
                .map(concern -> concern.code() + " " + concern.detail().orElse("-"))
                .toList();
    }

    private List<Measure> propose() {
        return exchange.bean(ProposeDueMeasures.class).run();
    }

    private String evidence(CaseNumber number) {
        return typed("", "qian", "case", "evidence", number.value(), "--reason", "asked", "--output", "json")
                .json()
                .at("/sha256")
                .asString();
    }

    /** The number that was shown turns out to be one of the insurer's own. */
    private void theEvidenceChanges() {
        assertThat(typed("", "qian", "insurer", "describe", "BEIDOU", "--service-number", CALLER)
                        .err())
                .isEmpty();
    }

    private List<String> toTell() {
        return exchange.bean(NoticesToTell.class).of(BEIDOU).stream()
                .map(told -> (CaseNotice.Measure) told.notice())
                .map(told -> told.word() + " " + told.measure() + " " + told.from() + " "
                        + told.until().orElseThrow())
                .toList();
    }

    private JsonNode shown(CaseNumber number) {
        return typed("", "sun", "case", "show", number.value(), "--reason", "asked", "--output", "json")
                .json();
    }

    /** What sends and closes cases is a job of its own. */
    private void becomes(CaseNumber number, CaseState state, String at, Optional<String> due) {
        exchange.sql()
                .sql("insert into call_case_event (call_case, state, at, actor, due_on, calendar_version)"
                        + " select id, ?, ?, 'a test', ?, ? from call_case where number = ?")
                .params(
                        state.name(),
                        OffsetDateTime.parse(at),
                        due.map(LocalDate::parse).orElse(null),
                        due.map(day -> "a test").orElse(null),
                        number.value())
                .update();
    }

    private void itIs(String now) {
        settings = StorySettings.at(now, exchange.databaseUrl());
    }

    private void peopleJoin() {
        Persons persons = exchange.bean(Persons.class);
        Map<String, Role> roles = Map.of(
                "li", Role.KEY_OFFICER,
                "wang", Role.KEY_OFFICER,
                "qian", Role.OPERATOR,
                "sun", Role.OPERATOR,
                "zhao", Role.AUDITOR);
        for (String name : List.of("li", "wang", "qian", "sun", "zhao")) {
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

    private TypedCommand typed(String input, String who, String... words) {
        List<String> all = new ArrayList<>(List.of("--home", exchange.home().toString(), "--lang", "en"));
        all.addAll(List.of(words));
        all.addAll(people.get(who).options());
        TypedCommand command = TypedCommand.run(settings, input, all);
        typed.add(command);
        return command;
    }
}
