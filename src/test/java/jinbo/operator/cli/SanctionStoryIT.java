package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.PendingNotices;
import jinbo.cases.sanction.EndDueSanctions;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.cases.sanction.Sanction;
import jinbo.exchange.format.CaseNotice;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Role;
import jinbo.testing.CaseRequestRowWriter;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two consumers complain of BEIDOU, two people decide, two impose what follows from that, and it ends by itself. */
class SanctionStoryIT {

    private static final String CONSUMER = "13810001234";
    private static final String CALLER = "01088886666";
    private static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final Steps steps = new Steps();
    private final List<CommandOutput> typed = new ArrayList<>();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CommandSession qian;
    private CommandSession sun;
    private CommandSession zhou;
    private CommandSession wu;
    private CommandSession zhao;

    @Test
    void fromAConsumersLetterToTheEndOfASanction() {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            steps.take("five people join", this::peopleJoin);
            clock.set("2026-03-02T09:30:00+08:00");

            CaseNumber known =
                    steps.take("an operator opens a case for a consumer", this::anOperatorOpensACaseForAConsumer);
            CaseNumber unknown =
                    steps.take("a call of an unknown caller is assigned", this::aCallOfNobodyKnownIsAssigned);
            steps.take(
                    "nobody decides before the answer is due", () -> nobodyDecidesBeforeTheAnswerIsDue(known, unknown));
            steps.take("two people decide on the same evidence", () -> twoPeopleDecideOnTheSameEvidence(known));
            steps.take("a case is not decided twice", () -> aCaseIsNotDecidedTwice(known));
            steps.take("the other one is decided, too", () -> decided(unknown));
            steps.take("the consumer contests once and in time", () -> theConsumerContestsOnceAndInTime(known));
            steps.take("what is overdue is listed", this::whatIsOverdueIsListed);

            steps.take("the job proposes one sanction once", () -> theJobProposesOnce(known, unknown));
            steps.take("two people impose it", this::twoPeopleImpose);
            steps.take("the insurer must be notified once", this::theInsurerIsToBeToldOnce);
            steps.take("status shows it until it ends by itself", this::statusShowsItUntilItEndsByItself);
            steps.take(
                    "an unsound ladder stops the start and is named",
                    this::aLadderThatIsNonsenseStopsTheStartAndIsNamed);
            steps.take("no number was shown", this::nobodysNumberWasShown);
        }
    }

    private void peopleJoin() {
        CommandSession commands = CommandSession.over(exchange).readBy(typed::add);
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        qian = commands.as(people.join("qian", Role.OPERATOR));
        sun = commands.as(people.join("sun", Role.OPERATOR));
        zhou = commands.as(people.join("zhou", Role.OPERATOR));
        wu = commands.as(people.join("wu", Role.OPERATOR));
        zhao = commands.as(people.join("zhao", Role.AUDITOR));
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
            "--line",
            "PROPERTY",
            "--caller",
            CALLER,
            "--words=-",
            "--reason",
            "a letter of 1 March"
        };
        String told = CONSUMER + "\nthey called at dinner\nand again\n";
        CommandOutput auditor = zhao.withInput(told).type(open);
        CommandOutput ahead = qian.withInput(told).type(with(open, "2026-03-01T19:30", "2026-03-03T19:30"));
        CommandOutput onlyADate = qian.withInput(told).type(with(open, "2026-03-01T19:30:00+08:00", "2026-03-01"));
        CommandOutput inGbk = qian.withInput(told).type(with(open, "--words=-", "--words=" + lettersInGbk()));
        CommandOutput notSold = qian.withInput(told).type(with(open, "PROPERTY", "LIFE"));
        CommandOutput noLine = qian.withInput(told).type(with(open, "PROPERTY", "PETS"));
        JsonNode opened = qian.withInput(told).json(open);
        CommandOutput again = qian.withInput(told).type(open);
        CaseNumber number = new CaseNumber(opened.at("/summary/number").asString());
        JsonNode shown = shown(number);

        assertThat(auditor.err()).contains("OPERATOR");
        assertThat(ahead.err()).contains("is in the future");
        assertThat(inGbk.err()).contains("is not UTF-8");
        assertThat(notSold.err()).contains("BEIDOU does not sell LIFE");
        assertThat(noLine.err()).contains("Line of business PETS does not exist");
        assertThat(onlyADate.exitCode()).isEqualTo(2);
        assertThat(onlyADate.err()).contains("The time of the call is missing");
        assertThat(again.out())
                .as("the same call is the same case")
                .contains("The complaint has the case number " + number);
        assertThat(shown.at("/source").asString()).isEqualTo("OPERATOR");
        assertThat(shown.at("/summary/business_line").asString()).isEqualTo("PROPERTY");
        assertThat(shown.at("/caller").asString()).isEqualTo(CALLER);
        assertThat(shown.at("/words").asString()).isEqualTo("they called at dinner\nand again");
        assertThat(shown.at("/summary/due_on").asString()).isEqualTo("2026-03-04");
        return number;
    }

    private Path lettersInGbk() throws IOException {
        return Files.write(folder.resolve("letter.txt"), "他们又打来了".getBytes("GB18030"));
    }

    private CaseNumber aCallOfNobodyKnownIsAssigned() {
        CaseNumber number = new CaseNumber(qian.withInput(CONSUMER + "\n")
                .json(
                        "case",
                        "open",
                        "-",
                        "--called-at",
                        "2026-03-01T20:15:00+08:00",
                        "--purpose",
                        "SALES",
                        "--reason",
                        "told by telephone")
                .at("/summary/number")
                .asString());
        CommandOutput violation = decide(qian, number, "VIOLATION", "--ground", "BLOCK");
        CommandOutput byNumber = qian.type(
                "case",
                "assign",
                number.value(),
                "--insurer",
                "BEIDOU",
                "--salesperson",
                "138-1000-1234",
                "--reason",
                "the insurer says so");
        CommandOutput noUnit = qian.type(
                "case",
                "assign",
                number.value(),
                "--insurer",
                "BEIDOU",
                "--unit",
                "NOWHERE",
                "--reason",
                "the insurer says so");
        long assigned = asked(qian.type(
                "case",
                "assign",
                number.value(),
                "--insurer",
                "BEIDOU",
                "--salesperson",
                "S-17",
                "--reason",
                "the recording names BEIDOU"));
        CommandOutput own = qian.type("confirm", "" + assigned);
        CommandOutput outlined = sun.type("confirm", "show", "" + assigned);
        CommandOutput confirmed = sun.type("confirm", "" + assigned);
        JsonNode shown = shown(number);

        assertThat(violation.err()).contains("No insurer has been asked about case " + number);
        assertThat(byNumber.exitCode()).isEqualTo(2);
        assertThat(byNumber.err())
                .contains("Invalid value \"***\" for --salesperson SIGN")
                .doesNotContain("1000");
        assertThat(noUnit.exitCode()).isEqualTo(1);
        assertThat(own.err())
                .as("a number is opened to an insurer")
                .contains("was made by qian; another person must confirm it");
        assertThat(outlined.out())
                .contains("would be assigned to BEIDOU (sales unit -, salesperson S-17), instead of -");
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
            new CaseRequestRowWriter(exchange.sql()).about(number, clock.instant());
            becomes(number, CaseState.SENT, "2026-03-02T12:00:00+08:00", Optional.of("2026-03-16"));
        }
        clock.set("2026-03-16T09:00:00+08:00");

        CommandOutput tooEarly = decide(qian, numbers[0], "VIOLATION", "--ground", "BLOCK");
        CommandOutput dismissed = decide(qian, numbers[0], "NOT_BLOCKED");

        assertThat(List.of(tooEarly, dismissed))
                .allSatisfy(command -> assertThat(command.err())
                        .contains("waits for the answer of the insurer until 2026-03-16; decide it after that day"));
        assertThat(zhao.type("confirm", "list").out()).contains("No requests are waiting");
    }

    private void twoPeopleDecideOnTheSameEvidence(CaseNumber number) {
        clock.set("2026-03-17T09:00:00+08:00");
        CommandOutput withoutGround = decide(qian, number, "VIOLATION");
        CommandOutput auditor = decide(zhao, number, "VIOLATION", "--ground", "BLOCK");
        CommandOutput other = decide(qian, number, "VIOLATION", "--ground", "BLOCK", "--evidence", "c".repeat(64));
        long first = asked(decide(qian, number, "VIOLATION", "--ground", "BLOCK"));
        theEvidenceChanges();
        CommandOutput changed = sun.type("confirm", "" + first);
        long second = asked(decide(qian, number, "VIOLATION", "--ground", "BLOCK", "--ground", "HOURS"));
        long third = asked(decide(sun, number, "GRACE"));

        assertThat(withoutGround.exitCode()).isEqualTo(2);
        assertThat(auditor.err()).contains("OPERATOR");
        assertThat(other.err()).contains("has changed since you read it");
        assertThat(changed.err()).contains("has changed since you read it");
        assertThat(qian.type("confirm", "" + second).err())
                .contains("was made by qian; another person must confirm it");
        assertThat(zhao.type("confirm", "" + second).err()).contains("OPERATOR");
        assertThat(sun.type("confirm", "show", "" + second).out())
                .contains(
                        "--ground=BLOCK --ground=HOURS --evidence=" + evidence(number) + " --reason=by the evidence "
                                + number,
                        "about a call of BEIDOU (sales unit -, salesperson -)",
                        "would be decided as VIOLATION (rules broken: BLOCK, HOURS)",
                        evidence(number));

        CommandOutput confirmed = sun.type("confirm", "" + second);

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out())
                .contains("Case " + number + " is decided.", "UPHELD", "BLOCK, HOURS", "qian", "sun");
        assertThat(qian.type("confirm", "" + third).err())
                .as("two requests about one case")
                .contains("is UPHELD and cannot become DISMISSED");
    }

    private void aCaseIsNotDecidedTwice(CaseNumber number) {
        JsonNode shown = shown(number);

        assertThat(decide(qian, number, "GRACE").err()).contains("is UPHELD and cannot become DISMISSED");
        assertThat(shown.at("/decisions").size()).isEqualTo(1);
        assertThat(shown.at("/decisions/0/decided_by").asString()).isEqualTo("qian");
        assertThat(shown.at("/decisions/0/confirmed_by").asString()).isEqualTo("sun");
        assertThat(shown.at("/decisions/0/proposed").asString()).isEqualTo("NOT_BLOCKED");
        assertThat(shown.at("/decisions/0/evidence_sha256").asString()).isEqualTo(evidence(number));
        assertThat(shown.at("/history/2/due_on").asString()).isEqualTo("2026-03-31");
        assertThat(qian.type("case", "assign", number.value(), "--insurer", "YUNHE", "--reason", "a doubt")
                        .err())
                .contains("is UPHELD and cannot become OPEN");
    }

    private void theConsumerContestsOnceAndInTime(CaseNumber upheld) {
        CaseNumber contested = dismissed("2026-03-02T19:30:00+08:00");
        CaseNumber other = dismissed("2026-03-03T19:30:00+08:00");
        CommandOutput winner = appeal(upheld, "it is not enough");
        clock.set("2026-03-31T17:00:00+08:00");
        CommandOutput appeal = appeal(contested, "the consumer writes that it was BEIDOU");
        CommandOutput violation = decide(qian, contested, "VIOLATION", "--ground", "BLOCK");
        CommandOutput decidedBefore = decide(qian, contested, "NOT_BLOCKED");
        long again = asked(decide(zhou, contested, "NOT_BLOCKED"));
        CommandOutput confirmedBefore = sun.type("confirm", "" + again);
        CommandOutput confirmed = wu.type("confirm", "" + again);
        CommandOutput twice = appeal(contested, "and more still");
        clock.set("2026-04-01T09:00:00+08:00");
        CommandOutput tooLate = appeal(other, "a late letter");

        assertThat(winner.err()).contains("was decided in favor of the consumer; only the insurer can appeal");
        assertThat(appeal.out()).contains("must be decided again", "APPEALED");
        assertThat(violation.err())
                .as("an appeal asks nobody")
                .contains("No insurer has been asked about case " + contested);
        assertThat(decidedBefore.err())
                .contains("qian took part in the earlier decision of case " + contested + "; other people must decide");
        assertThat(confirmedBefore.err()).contains("sun took part in the earlier decision of case " + contested);
        assertThat(entries())
                .anyMatch(entry -> entry.startsWith("sun") && entry.contains("sun took part in the earlier decision"));
        assertThat(confirmed.out()).contains("DISMISSED");
        assertThat(twice.err()).contains("; the decision after it is final");
        assertThat(tooLate.err()).contains("The deadline for an appeal");
    }

    /** Of a call of which nobody knows whose it was. */
    private CaseNumber dismissed(String calledAt) {
        CaseNumber number = new CaseNumber(qian.withInput(CONSUMER + "\n")
                .json(
                        "case",
                        "open",
                        "-",
                        "--called-at",
                        calledAt,
                        "--purpose",
                        "SALES",
                        "--reason",
                        "told by telephone")
                .at("/summary/number")
                .asString());
        long request = asked(decide(qian, number, "NOT_ITS_CALL"));
        assertThat(sun.type("confirm", "" + request).out()).contains("DISMISSED");
        return number;
    }

    private CommandOutput appeal(CaseNumber number, String reason) {
        return qian.type("case", "appeal", number.value(), "--reason", reason);
    }

    private void whatIsOverdueIsListed() {
        JsonNode none = qian.json("case", "list", "--overdue");
        CaseNumber forgotten = new CaseNumber(qian.withInput("13810005678\n")
                .json(
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
                        "told at the counter")
                .at("/summary/number")
                .asString());
        clock.set("2026-04-07T09:00:00+08:00");
        CommandOutput overdue = qian.type("case", "list", "--overdue", "--insurer", "YUNHE");

        assertThat(none.at("/cases").size()).isZero();
        assertThat(overdue.out()).containsPattern(forgotten + " .* 2026-04-03 +yes");
        assertThat(qian.type("case", "list", "--state", "UPHELD").out().lines()).hasSize(3);
        assertThat(qian.type("case", "list", "--state", "SENT").out()).contains("No cases match.");
    }

    private void theJobProposesOnce(CaseNumber... upheld) {
        becomes(upheld[0], CaseState.CLOSED, "2026-04-08T09:00:00+08:00", Optional.empty());
        clock.set("2026-04-08T10:00:00+08:00");
        assertThat(propose()).as("one is not closed yet").isEmpty();
        becomes(upheld[1], CaseState.CLOSED, "2026-04-08T11:00:00+08:00", Optional.empty());

        assertThat(propose())
                .singleElement()
                .satisfies(sanction -> assertThat(sanction.cases()).containsExactly(upheld));
        assertThat(propose()).as("once more").isEmpty();
        clock.set("2026-04-30T09:00:00+08:00");
        assertThat(zhao.type("sanction", "list").out())
                .contains("STOP_NEW_CUSTOMERS", "BEIDOU", "PROPOSED", upheld[0] + ", " + upheld[1]);
        assertThat(sun.type("case", "show", upheld[1].value(), "--reason", "asked")
                        .out())
                .contains("STOP_NEW_CUSTOMERS", "PROPOSED");
        assertThat(shown(upheld[1]).at("/sanctions/0/id").asLong()).isEqualTo(1);
        assertThat(alerts()).contains("SANCTIONS_WAIT 1");
    }

    /** 1 to 5 May 2026 are holidays. */
    private void twoPeopleImpose() {
        CommandOutput auditor = zhao.type("sanction", "impose", "1", "--reason", "it was earned");
        CommandOutput unknown = qian.type("sanction", "impose", "7", "--reason", "it was earned");
        CommandOutput asked = qian.type("sanction", "impose", "1", "--reason", "it was earned");
        long request = asked(asked);

        assertThat(auditor.err()).contains("OPERATOR");
        assertThat(unknown.err()).contains("Sanction 7 does not exist");
        assertThat(asked.out()).contains("STOP_NEW_CUSTOMERS of BEIDOU", "from 2026-05-06 until 2026-08-05");
        assertThat(qian.type("confirm", "" + request).err())
                .contains("was made by qian; another person must confirm it");
        assertThat(qian.type("sanction", "lift", "1", "--reason", "too early").err())
                .contains("Sanction 1 is PROPOSED and cannot become LIFTED; see \"sanction list --all\"");
        assertThat(toTell()).isEmpty();
        assertThat(sun.type("confirm", "" + request).out()).contains("IMPOSED", "2026-05-06", "2026-08-05");
        assertThat(alerts()).noneMatch(alert -> alert.startsWith("SANCTIONS_WAIT"));
        assertThat(qian.type("sanction", "refuse", "1", "--reason", "too late").err())
                .contains("Sanction 1 is IMPOSED and cannot become REFUSED; see \"sanction list --all\"");
    }

    private void theInsurerIsToBeToldOnce() {
        assertThat(toTell()).containsExactly("SANCTION_BEGINS STOP_NEW_CUSTOMERS 2026-05-06 2026-08-05");
    }

    private void statusShowsItUntilItEndsByItself() {
        clock.set("2026-08-05T23:59:59+08:00");
        JsonNode onItsLastDay = zhao.json("status");
        CommandOutput inWords = zhao.type("status");
        assertThat(exchange.bean(EndDueSanctions.class).run()).isEmpty();
        clock.set("2026-08-06T00:00:00+08:00");
        JsonNode theDayAfter = zhao.json("status");

        assertThat(onItsLastDay.at("/sanctions/0/sanction").asString()).isEqualTo("STOP_NEW_CUSTOMERS");
        assertThat(onItsLastDay.at("/sanctions/0/insurer").asString()).contains("BEIDOU");
        assertThat(inWords.out()).contains("Sanctions\n", "STOP_NEW_CUSTOMERS", "2026-08-05");
        assertThat(theDayAfter.at("/sanctions").size())
                .as("also before the job has run")
                .isZero();
        assertThat(exchange.bean(EndDueSanctions.class).run()).hasSize(1);
        assertThat(exchange.bean(EndDueSanctions.class).run()).isEmpty();
        assertThat(toTell())
                .containsExactly(
                        "SANCTION_BEGINS STOP_NEW_CUSTOMERS 2026-05-06 2026-08-05",
                        "SANCTION_ENDS STOP_NEW_CUSTOMERS 2026-05-06 2026-08-05");
        assertThat(zhao.type("sanction", "list").out()).contains("No sanctions wait for a decision");
        assertThat(zhao.type("sanction", "list", "--all").out()).contains("ENDED");
    }

    private void aLadderThatIsNonsenseStopsTheStartAndIsNamed() throws IOException {
        Path file = Files.createDirectories(exchange.home().resolve("jobs")).resolve("settle-cases.yaml");
        Files.writeString(file, """
                jinbo:
                  sanctions:
                    ladders:
                      - about: INSURER
                        lines: [ LIFE ]
                        calls-from: 2026-01-01
                        steps:
                          - { upheld: 1, within: 1y, sanction: STOP_ALL }
                          - { upheld: 1, within: 1y, sanction: STOP_ALL, lasts: 3m }
                """);

        CommandOutput refused = zhao.type("sanction", "list");
        Files.delete(file);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Ladder 1 of jinbo.sanctions.ladders is not sound: step 1 has no end (lasts), so no step can"
                        + " follow it");
    }

    private void nobodysNumberWasShown() {
        assertThat(typed)
                .allSatisfy(command -> assertThat(command.shown()).doesNotContain(CONSUMER, "13810005678", "138-1000"));
        assertThat(entries()).noneMatch(entry -> entry.contains(CONSUMER) || entry.contains(CALLER));
    }

    private void decided(CaseNumber number) {
        long request = asked(decide(qian, number, "VIOLATION", "--ground", "BLOCK"));
        assertThat(sun.type("confirm", "" + request).out()).contains("UPHELD");
    }

    private CommandOutput decide(CommandSession who, CaseNumber number, String finding, String... more) {
        List<String> words = new ArrayList<>(
                List.of("case", "decide", number.value(), "--ruling", finding, "--reason", "by the evidence"));
        words.addAll(List.of(more));
        return who.type(words.toArray(String[]::new));
    }

    private static String[] with(String[] words, String one, String another) {
        return Stream.of(words).map(text -> text.replace(one, another)).toArray(String[]::new);
    }

    private long asked(CommandOutput command) {
        assertThat(command.err()).isEmpty();
        return exchange.sql()
                .sql("select max(id) from request")
                .query(Long.class)
                .single();
    }

    private List<String> alerts() {
        return exchange.bean(FindAllAlerts.class).find().stream()
                .map(alert -> alert.code() + " " + alert.detail().orElse("-"))
                .toList();
    }

    private List<Sanction> propose() {
        return exchange.bean(ProposeDueSanctions.class).run();
    }

    private String evidence(CaseNumber number) {
        return qian.json("case", "evidence", number.value(), "--reason", "asked")
                .at("/sha256")
                .asString();
    }

    /** The number that was shown turns out to be one of the insurer's own. */
    private void theEvidenceChanges() {
        assertThat(qian.type("insurer", "describe", "BEIDOU", "--service-number", CALLER)
                        .err())
                .isEmpty();
    }

    private List<String> toTell() {
        return exchange.bean(PendingNotices.class).of(BEIDOU).stream()
                .map(told -> (CaseNotice.Sanction) told.notice())
                .map(told -> told.kind() + " " + told.sanction() + " " + told.from() + " "
                        + told.until().orElseThrow())
                .toList();
    }

    private JsonNode shown(CaseNumber number) {
        return sun.json("case", "show", number.value(), "--reason", "asked");
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

    private List<String> entries() {
        return exchange.sql()
                .sql("select actor || ' ' || action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object"
                        + " || ' ' || purpose || ' ' || coalesce(insurer, '-') from access_log_entry order by id")
                .query(String.class)
                .list();
    }
}
