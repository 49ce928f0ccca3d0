package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Insurers join, name their sales units, lapse, leave and are succeeded, command by command; two people decide what is for good. */
class ComeAndGoStoryIT {

    private final String database = TestDatabase.freshUrl();
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession commands;
    private CommandSession wang;
    private CommandSession li;
    private CommandSession zhao;
    private CommandSession qian;

    @BeforeEach
    void open() {
        commands =
                CommandSession.over(folder.resolve("home"), database, new SettableClock("2026-11-24T09:00:00+08:00"));
    }

    @Test
    void eachChangeHasItsRowAndItsEntryInTheAccessLog() {
        steps.take("three insurers join", this::threeInsurersJoin);
        steps.take("an insurer has a service number", this::oneIsKnownByItsServiceNumber);
        steps.take("sales units are registered", this::unitsAreRegistered);
        steps.take("an unknown code is refused with the known ones", this::whatIsNotThereIsToldWithWhatIs);
        steps.take("agreements end", this::agreementsEnd);
        steps.take("an insurer is suspended and resumed", this::oneIsSuspendedAndTakenUpAgain);
        steps.take("an insurer leaves", this::oneLeaves);
        steps.take("from now on two people decide", this::fromNowOnTwoPeopleDecide);
        steps.take("an insurer joins with its service number", this::oneJoinsWithItsServiceNumber);
        steps.take("an insurer is succeeded", this::oneIsSucceeded);
        steps.take("two record a unit's agreement, one closes the unit", this::aUnitsAgreementTakesTwoAndItsClosingOne);
    }

    private void threeInsurersJoin() {
        for (String code : List.of("YUNHE", "CHANGQING", "XINHE")) {
            commands.json("insurer", "add", code, "--name", code + " Life", "--line", "LIFE");
        }
        commands.json(
                "insurer", "agree", "YUNHE", "--self-discipline", "2026-01-01", "--confidentiality", "2026-02-01");

        assertThat(events("YUNHE")).containsExactly("JOINED", "AGREED");
        assertThat(decisions("YUNHE"))
                .containsExactly(
                        "insurer add --name=YUNHE Life --line=LIFE YUNHE: DONE",
                        "insurer agree --self-discipline=2026-01-01 --confidentiality=2026-02-01 YUNHE: DONE");
    }

    private void oneIsKnownByItsServiceNumber() {
        JsonNode described = commands.json("insurer", "describe", "CHANGQING", "--service-number", "400 812-3123");

        assertThat(described.at("/service_number").asString()).isEqualTo("4008123123");
        assertThat(commands.type("insurer", "show", "CHANGQING").out()).contains("Service number", "400-812-3123");
        assertThat(commands.json("insurer", "show", "XINHE")
                        .at("/service_number")
                        .isNull())
                .isTrue();
        assertThat(events("CHANGQING")).as("it changes no outcome").containsExactly("JOINED");
        assertThat(decisions("CHANGQING")).contains("insurer describe --service-number=400-812-3123 CHANGQING: DONE");
        assertThat(commands.failure("insurer", "describe", "NOBODY", "--service-number", "95519"))
                .startsWith("Insurer NOBODY does not exist.");
    }

    private void unitsAreRegistered() {
        JsonNode haidian = commands.json(
                "unit", "add", "YUNHE", "HAIDIAN-2", "--name", "Haidian Sales Centre", "--kind", "branch");
        commands.json(
                "unit",
                "add",
                "YUNHE",
                "BANK",
                "--name",
                "A bank",
                "--kind",
                "BANK",
                "--confidentiality",
                "2026-03-01");
        CommandOutput added = commands.type("unit", "add", "YUNHE", "AGENTS", "--name", "Agents", "--kind", "AGENCY");
        JsonNode bound = commands.json("unit", "agree", "YUNHE", "HAIDIAN-2", "--confidentiality", "2026-11-24");
        JsonNode sheet = commands.json("insurer", "show", "YUNHE");
        commands.json("unit", "close", "YUNHE", "AGENTS");

        assertThat(haidian.propertyNames())
                .containsExactly(
                        "insurer", "code", "name", "kind", "confidentiality_since", "bound", "added_at", "closed_at");
        assertThat(haidian.at("/code").asString()).isEqualTo("HAIDIAN-2");
        assertThat(haidian.at("/kind").asString()).isEqualTo("BRANCH");
        assertThat(haidian.at("/bound").asBoolean()).isFalse();
        assertThat(added.out()).contains("unit agree YUNHE AGENTS --confidentiality DATE");
        assertThat(bound.at("/bound").asBoolean()).isTrue();
        assertThat(codes(sheet.at("/units"))).containsExactly("AGENTS", "BANK", "HAIDIAN-2");
        assertThat(sheet.at("/problems").toString()).contains("UNITS_NOT_BOUND", "\"AGENTS\"");
        assertThat(commands.json("unit", "list", "YUNHE")
                        .at("/units/0/closed_at")
                        .asString())
                .isEqualTo("2026-11-24T09:00:00+08:00");
        assertThat(commands.type("unit", "list", "XINHE").out()).startsWith("No sales units yet.");
        assertThat(commands.type("unit", "list").out()).contains("HAIDIAN-2", "Haidian Sales Centre", "2026-11-24");
        assertThat(decisions("YUNHE"))
                .contains(
                        "unit add --name=Haidian Sales Centre --kind=BRANCH YUNHE HAIDIAN-2: DONE",
                        "unit agree --confidentiality=2026-11-24 YUNHE HAIDIAN-2: DONE",
                        "unit close YUNHE AGENTS: DONE");
    }

    private void whatIsNotThereIsToldWithWhatIs() {
        assertThat(commands.failure("unit", "agree", "YUNHE", "DALIAN", "--confidentiality", "2026-11-24"))
                .isEqualTo("YUNHE has no sales unit DALIAN. Known: AGENTS, BANK, HAIDIAN-2\n");
        assertThat(commands.failure("unit", "close", "NOBODY", "DALIAN"))
                .isEqualTo("Insurer NOBODY does not exist. Known: CHANGQING, XINHE, YUNHE\n");
        assertThat(commands.failure("unit", "add", "YUNHE", "BANK", "--name", "Another bank", "--kind", "BANK"))
                .startsWith("YUNHE already has, or had, a sales unit BANK");
        assertThat(commands.failure("unit", "agree", "YUNHE", "AGENTS", "--confidentiality", "2026-11-24"))
                .startsWith("The sales unit AGENTS of YUNHE is closed");
        assertThat(commands.failure("unit", "agree", "YUNHE", "BANK", "--confidentiality", "2026-11-25"))
                .startsWith("The agreement of BANK begins after today");
        assertThat(commands.failure("insurer", "succeed", "YUNHE", "NOBODY", "--reason", "merger"))
                .startsWith("Insurer NOBODY does not exist.");
        CommandOutput chinese = commands.in("zh").type("insurer", "succeed", "XINHE", "XINHE", "--reason", "并购");
        assertThat(chinese.err()).startsWith("XINHE 不能由自身承继");
        assertThat(decisions("YUNHE"))
                .as("what failed is told, too")
                .contains("unit agree --confidentiality=2026-11-24 YUNHE DALIAN: FAILED UNIT_UNKNOWN");
    }

    private void agreementsEnd() {
        CommandOutput number =
                commands.type("insurer", "lapse", "YUNHE", "--on", "2026-12-01", "--reason", "see 13810001234");
        JsonNode lapsed =
                commands.json("insurer", "lapse", "YUNHE", "--on", "2026-12-01", "--reason", "not renewed for 2027");

        assertThat(number.exitCode()).isEqualTo(1);
        assertThat(number.err()).contains("seems to contain a phone number").doesNotContain("13810001234");
        assertThat(lapsed.at("/agreements_end_on").asString()).isEqualTo("2026-12-01");
        assertThat(lapsed.at("/problems").toString()).contains("AGREEMENTS_END", "2026-12-01");
        assertThat(lapsed.at("/standing/2/event").asString()).isEqualTo("LAPSED");
        assertThat(lapsed.at("/standing/2/reason").asString()).isEqualTo("not renewed for 2027");
        assertThat(commands.failure("insurer", "lapse", "XINHE", "--on", "2026-12-01", "--reason", "never signed"))
                .startsWith("XINHE has not signed both agreements");
        assertThat(decisions("YUNHE")).contains("insurer lapse --on=2026-12-01 YUNHE: DONE");
    }

    private void oneIsSuspendedAndTakenUpAgain() {
        commands.json("insurer", "suspend", "XINHE");
        commands.json("insurer", "resume", "XINHE");

        assertThat(events("XINHE")).containsExactly("JOINED", "SUSPENDED", "RESUMED");
        assertThat(decisions("XINHE")).contains("insurer suspend XINHE: DONE", "insurer resume XINHE: DONE");
    }

    private void oneLeaves() {
        assertThat(commands.failure(
                        "insurer", "leave", "XINHE", "--on", "2026-12-01", "--reason", "licence given back"))
                .startsWith("The day on which XINHE leaves is after today, 2026-11-24");

        JsonNode left =
                commands.json("insurer", "leave", "XINHE", "--on", "2026-11-23", "--reason", "licence given back");

        assertThat(left.at("/left_on").asString()).isEqualTo("2026-11-23");
        assertThat(left.at("/problems").size()).as("nobody has to do anything").isZero();
        assertThat(events("XINHE")).containsExactly("JOINED", "SUSPENDED", "RESUMED", "LEFT");
        assertThat(decisions("XINHE")).contains("insurer leave --on=2026-11-23 XINHE: DONE");
        assertThat(commands.failure("insurer", "describe", "XINHE", "--service-number", "95519"))
                .startsWith("XINHE left the exchange on 2026-11-23");
        assertThat(commands.failure("insurer", "resume", "XINHE")).startsWith("XINHE left the exchange on 2026-11-23");
        CommandOutput collected = commands.type("run", "collect-uploads", "--insurer", "XINHE");
        assertThat(collected.exitCode()).isEqualTo(1);
        assertThat(collected.out()).contains("XINHE: it has left on 2026-11-23; nothing new is fetched from it");
        assertThat(commands.type("run", "publish-block-lists", "--insurer", "XINHE")
                        .out())
                .contains("XINHE: it has left on 2026-11-23");
        assertThat(commands.type("insurer", "list").out()).containsPattern("XINHE .*2026-11-23");
    }

    private void fromNowOnTwoPeopleDecide() {
        List<TestPerson> people = Stream.of("wang", "li", "zhao", "qian")
                .map(name -> TestPerson.withKeyIn(folder, name))
                .toList();
        wang = commands.as(people.get(0));
        li = commands.as(people.get(1));
        zhao = commands.as(people.get(2));
        qian = commands.as(people.get(3));
        commands.json(people.get(0).adding("KEY_OFFICER"));
        wang.json(people.get(1).adding("KEY_OFFICER"));
        for (TestPerson operator : people.subList(2, 4)) {
            JsonNode asked = wang.json(operator.adding("OPERATOR"));
            li.json("confirm", asked.at("/request").asString());
        }
    }

    private void oneJoinsWithItsServiceNumber() {
        JsonNode asked = wang.json(
                "insurer",
                "add",
                "NANXING",
                "--name",
                "Nanxing Property",
                "--line",
                "PROPERTY",
                "--service-number",
                "4008123123",
                "--reason",
                "joins");
        li.json("confirm", asked.at("/request").asString());

        assertThat(asked.at("/would").asString()).endsWith("Service number: 400-812-3123.");
        assertThat(commands.json("insurer", "show", "NANXING")
                        .at("/service_number")
                        .asString())
                .isEqualTo("4008123123");
        assertThat(wang.type("insurer", "describe", "NANXING", "--service-number", "95519")
                        .err())
                .contains("this operation needs the role OPERATOR");
        assertThat(zhao.type("insurer", "describe", "NANXING", "--service-number", "95519")
                        .out())
                .containsPattern("Service number +95519");
    }

    private void oneIsSucceeded() {
        CommandOutput keyOfficer =
                wang.type("insurer", "succeed", "YUNHE", "CHANGQING", "--reason", "merged on 2026-11-20");
        JsonNode asked = zhao.json("insurer", "succeed", "YUNHE", "CHANGQING", "--reason", "merged on 2026-11-20");
        List<String> before = events("YUNHE");

        JsonNode answer = qian.json("confirm", asked.at("/request").asString()).at("/answer");

        assertThat(keyOfficer.err()).contains("this operation needs the role OPERATOR");
        assertThat(asked.at("/would").asString())
                .startsWith("CHANGQING would take the place of YUNHE and inherit its blocks");
        assertThat(before).as("asked for is not done").doesNotContain("SUCCEEDED");
        assertThat(answer.at("/successor").asString()).isEqualTo("CHANGQING");
        assertThat(answer.at("/left_on").asString()).isEqualTo("2026-11-24");
        assertThat(events("YUNHE")).containsExactly("JOINED", "AGREED", "LAPSED", "SUCCEEDED");
        assertThat(decisions("YUNHE"))
                .contains("request " + asked.at("/request").asString() + ": insurer succeed YUNHE CHANGQING: DONE");
        assertThat(sql().sql(
                                "select actor || ' ' || confirmed_by || ' ' || purpose || ' ' || outcome from access_log_entry"
                                        + " where action = 'SUCCEED' and phase = 'RESULT'")
                        .query(String.class)
                        .list())
                .containsExactly("zhao qian merged on 2026-11-20 SUCCEEDED");
        assertThat(commands.type("insurer", "show", "YUNHE").out())
                .containsPattern("Successor +CHANGQING")
                .containsPattern("SUCCEEDED .*CHANGQING +merged on 2026-11-20");
    }

    private void aUnitsAgreementTakesTwoAndItsClosingOne() {
        JsonNode alone = zhao.json("unit", "add", "CHANGQING", "EAST", "--name", "East", "--kind", "BRANCH");
        JsonNode asked = zhao.json("unit", "agree", "CHANGQING", "EAST", "--confidentiality", "2026-11-01");
        JsonNode withAgreement = zhao.json(
                "unit",
                "add",
                "CHANGQING",
                "WEST",
                "--name",
                "West",
                "--kind",
                "BRANCH",
                "--confidentiality",
                "2026-11-01");

        assertThat(alone.at("/code").asString()).as("one person adds it").isEqualTo("EAST");
        assertThat(asked.at("/would").asString())
                .isEqualTo("The confidentiality agreement of the sales unit EAST of CHANGQING would be recorded, in"
                        + " force since 2026-11-01.");
        assertThat(withAgreement.at("/would").asString())
                .startsWith("WEST (West, BRANCH) would be added as a sales unit of CHANGQING, with a confidentiality"
                        + " agreement since");
        assertThat(codes(commands.json("unit", "list", "CHANGQING").at("/units")))
                .containsExactly("EAST");
        qian.json("confirm", asked.at("/request").asString());
        assertThat(commands.json("unit", "list", "CHANGQING")
                        .at("/units/0/bound")
                        .asBoolean())
                .isTrue();
        assertThat(zhao.json("unit", "close", "CHANGQING", "EAST")
                        .at("/closed_at")
                        .isNull())
                .isFalse();
    }

    private static List<String> codes(JsonNode units) {
        return units.valueStream().map(unit -> unit.at("/code").asString()).toList();
    }

    private List<String> events(String insurer) {
        return sql().sql("select event from insurer_standing where insurer = ? order by id")
                .param(insurer)
                .query(String.class)
                .list();
    }

    /** What was decided about an insurer, and what came of it: each was announced before. */
    private List<String> decisions(String insurer) {
        return sql().sql("""
                        select i.object || ': ' || r.outcome from access_log_entry i join access_log_entry r on r.intent = i.id
                        where i.action = 'DECIDE' and i.insurer = ? order by i.id
                        """).param(insurer).query(String.class).list();
    }

    private JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(database));
    }
}
