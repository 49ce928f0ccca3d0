package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Insurers join, name their sales units, lapse, leave and are succeeded, command by command; two people decide what is for good. */
class ComeAndGoStoryIT {

    private final String database = TestDatabase.freshUrl();
    private final Map<String, String> settings = StorySettings.at("2026-11-24T09:00:00+08:00", database);

    private final Map<String, TestPerson> people = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void eachChangeHasItsRowAndItsEntryInTheAccessLog() {
        threeInsurersJoin();
        oneIsKnownByItsServiceNumber();
        unitsAreRegistered();
        whatIsNotThereIsToldWithWhatIs();
        agreementsEnd();
        oneIsSuspendedAndTakenUpAgain();
        oneLeaves();
        fromNowOnTwoPeopleDecide();
        oneJoinsWithItsServiceNumber();
        oneIsSucceeded();
        aUnitsAgreementTakesTwoAndItsClosingOne();
    }

    private void threeInsurersJoin() {
        for (String code : List.of("YUNHE", "CHANGQING", "XINHE")) {
            json("insurer", "add", code, "--name", code + " Life", "--sector", "LIFE");
        }
        json("insurer", "agree", "YUNHE", "--self-discipline", "2026-01-01", "--confidentiality", "2026-02-01");

        assertThat(events("YUNHE")).containsExactly("JOINED", "AGREED");
        assertThat(decisions("YUNHE"))
                .containsExactly(
                        "insurer add --name=YUNHE Life --sector=LIFE YUNHE: DONE",
                        "insurer agree --self-discipline=2026-01-01 --confidentiality=2026-02-01 YUNHE: DONE");
    }

    private void oneIsKnownByItsServiceNumber() {
        JsonNode described = json("insurer", "describe", "CHANGQING", "--service-number", "400 812-3123");

        assertThat(described.at("/service_number").asString()).isEqualTo("4008123123");
        assertThat(english("insurer", "show", "CHANGQING").out()).contains("Service number", "400-812-3123");
        assertThat(json("insurer", "show", "XINHE").at("/service_number").isNull())
                .isTrue();
        assertThat(events("CHANGQING")).as("it changes no outcome").containsExactly("JOINED");
        assertThat(decisions("CHANGQING")).contains("insurer describe --service-number=400-812-3123 CHANGQING: DONE");
        assertThat(refusal("insurer", "describe", "NOBODY", "--service-number", "95519"))
                .startsWith("There is no insurer NOBODY.");
    }

    private void unitsAreRegistered() {
        JsonNode haidian =
                json("unit", "add", "YUNHE", "HAIDIAN-2", "--name", "Haidian Sales Centre", "--kind", "branch");
        json("unit", "add", "YUNHE", "BANK", "--name", "A bank", "--kind", "BANK", "--confidentiality", "2026-03-01");
        TypedCommand added = english("unit", "add", "YUNHE", "AGENTS", "--name", "Agents", "--kind", "AGENCY");
        JsonNode bound = json("unit", "agree", "YUNHE", "HAIDIAN-2", "--confidentiality", "2026-11-24");
        JsonNode sheet = json("insurer", "show", "YUNHE");
        json("unit", "close", "YUNHE", "AGENTS");

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
        assertThat(json("unit", "list", "YUNHE").at("/units/0/closed_at").asString())
                .isEqualTo("2026-11-24T09:00:00+08:00");
        assertThat(english("unit", "list", "XINHE").out()).startsWith("There are no sales units.");
        assertThat(english("unit", "list").out()).contains("HAIDIAN-2", "Haidian Sales Centre", "2026-11-24");
        assertThat(decisions("YUNHE"))
                .contains(
                        "unit add --name=Haidian Sales Centre --kind=branch YUNHE HAIDIAN-2: DONE",
                        "unit agree --confidentiality=2026-11-24 YUNHE HAIDIAN-2: DONE",
                        "unit close YUNHE AGENTS: DONE");
    }

    private void whatIsNotThereIsToldWithWhatIs() {
        assertThat(refusal("unit", "agree", "YUNHE", "DALIAN", "--confidentiality", "2026-11-24"))
                .isEqualTo("YUNHE has no sales unit DALIAN. Known: AGENTS, BANK, HAIDIAN-2\n");
        assertThat(refusal("unit", "close", "NOBODY", "DALIAN"))
                .isEqualTo("There is no insurer NOBODY. Known: CHANGQING, XINHE, YUNHE\n");
        assertThat(refusal("unit", "add", "YUNHE", "BANK", "--name", "Another bank", "--kind", "BANK"))
                .startsWith("YUNHE has, or had, a sales unit BANK already");
        assertThat(refusal("unit", "agree", "YUNHE", "AGENTS", "--confidentiality", "2026-11-24"))
                .startsWith("The sales unit AGENTS of YUNHE is closed");
        assertThat(refusal("unit", "agree", "YUNHE", "BANK", "--confidentiality", "2026-11-25"))
                .startsWith("An agreement of BANK can be recorded from its first day on");
        assertThat(refusal("insurer", "succeed", "YUNHE", "NOBODY", "--reason", "merger"))
                .startsWith("There is no insurer NOBODY.");
        TypedCommand chinese = TypedCommand.run(
                settings,
                List.of(
                        "--home",
                        home().toString(),
                        "--lang",
                        "zh",
                        "insurer",
                        "succeed",
                        "XINHE",
                        "XINHE",
                        "--reason",
                        "并购"));
        assertThat(chinese.err()).startsWith("不能由该公司承继。XINHE cannot succeed XINHE");
        assertThat(decisions("YUNHE"))
                .as("what failed is told, too")
                .contains("unit agree --confidentiality=2026-11-24 YUNHE DALIAN: FAILED Unknown");
    }

    private void agreementsEnd() {
        TypedCommand number = english("insurer", "lapse", "YUNHE", "--on", "2026-12-01", "--reason", "see 13810001234");
        JsonNode lapsed = json("insurer", "lapse", "YUNHE", "--on", "2026-12-01", "--reason", "not renewed for 2027");

        assertThat(number.exitCode()).isEqualTo(1);
        assertThat(number.err()).contains("seems to hold a phone number").doesNotContain("13810001234");
        assertThat(lapsed.at("/agreements_end_on").asString()).isEqualTo("2026-12-01");
        assertThat(lapsed.at("/problems").toString()).contains("AGREEMENTS_END", "2026-12-01");
        assertThat(lapsed.at("/standing/2/event").asString()).isEqualTo("LAPSED");
        assertThat(lapsed.at("/standing/2/reason").asString()).isEqualTo("not renewed for 2027");
        assertThat(refusal("insurer", "lapse", "XINHE", "--on", "2026-12-01", "--reason", "never signed"))
                .startsWith("XINHE has not signed both agreements");
        assertThat(decisions("YUNHE")).contains("insurer lapse --on=2026-12-01 YUNHE: DONE");
    }

    private void oneIsSuspendedAndTakenUpAgain() {
        json("insurer", "suspend", "XINHE");
        json("insurer", "resume", "XINHE");

        assertThat(events("XINHE")).containsExactly("JOINED", "SUSPENDED", "RESUMED");
        assertThat(decisions("XINHE")).contains("insurer suspend XINHE: DONE", "insurer resume XINHE: DONE");
    }

    private void oneLeaves() {
        assertThat(refusal("insurer", "leave", "XINHE", "--on", "2026-12-01", "--reason", "licence given back"))
                .startsWith("That XINHE leaves can be recorded from that day on, and today is 2026-11-24");

        JsonNode left = json("insurer", "leave", "XINHE", "--on", "2026-11-23", "--reason", "licence given back");

        assertThat(left.at("/left_on").asString()).isEqualTo("2026-11-23");
        assertThat(left.at("/problems").size()).as("nobody has to do anything").isZero();
        assertThat(events("XINHE")).containsExactly("JOINED", "SUSPENDED", "RESUMED", "LEFT");
        assertThat(decisions("XINHE")).contains("insurer leave --on=2026-11-23 XINHE: DONE");
        assertThat(refusal("insurer", "describe", "XINHE", "--service-number", "95519"))
                .startsWith("XINHE takes part no longer since 2026-11-23");
        assertThat(refusal("insurer", "resume", "XINHE")).startsWith("XINHE takes part no longer since 2026-11-23");
        TypedCommand collected = english("run", "collect-uploads", "--insurer", "XINHE");
        assertThat(collected.exitCode()).isEqualTo(1);
        assertThat(collected.out()).contains("XINHE: it has left on 2026-11-23; nothing new is fetched from it");
        assertThat(english("run", "publish-block-lists", "--insurer", "XINHE").out())
                .contains("XINHE: it has left on 2026-11-23");
        assertThat(english("insurer", "list").out()).containsPattern("XINHE .*2026-11-23");
    }

    private void fromNowOnTwoPeopleDecide() {
        json(english(add("wang", "KEY_OFFICER")));
        json(as("wang", add("li", "KEY_OFFICER")));
        for (String operator : List.of("zhao", "qian")) {
            JsonNode asked = json(as("wang", add(operator, "OPERATOR")));
            json(as("li", "confirm", asked.at("/request").asString(), "--output", "json"));
        }
    }

    private void oneJoinsWithItsServiceNumber() {
        JsonNode asked = json(as(
                "wang",
                "insurer",
                "add",
                "NANXING",
                "--name",
                "Nanxing Property",
                "--sector",
                "PROPERTY",
                "--service-number",
                "4008123123",
                "--reason",
                "joins",
                "--output",
                "json"));
        json(as("li", "confirm", asked.at("/request").asString(), "--output", "json"));

        assertThat(asked.at("/would").asString()).endsWith("Its service number: 400-812-3123.");
        assertThat(json("insurer", "show", "NANXING").at("/service_number").asString())
                .isEqualTo("4008123123");
        assertThat(as("wang", "insurer", "describe", "NANXING", "--service-number", "95519")
                        .err())
                .contains("this is for [OPERATOR]");
        assertThat(as("zhao", "insurer", "describe", "NANXING", "--service-number", "95519")
                        .out())
                .containsPattern("Service number +95519");
    }

    private void oneIsSucceeded() {
        TypedCommand keyOfficer =
                as("wang", "insurer", "succeed", "YUNHE", "CHANGQING", "--reason", "merged on 2026-11-20");
        JsonNode asked = json(as(
                "zhao",
                "insurer",
                "succeed",
                "YUNHE",
                "CHANGQING",
                "--reason",
                "merged on 2026-11-20",
                "--output",
                "json"));
        List<String> before = events("YUNHE");

        JsonNode answer = json(as("qian", "confirm", asked.at("/request").asString(), "--output", "json"))
                .at("/answer");

        assertThat(keyOfficer.err()).contains("this is for [OPERATOR]");
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
        assertThat(english("insurer", "show", "YUNHE").out())
                .containsPattern("Successor +CHANGQING")
                .containsPattern("SUCCEEDED .*CHANGQING +merged on 2026-11-20");
    }

    private void aUnitsAgreementTakesTwoAndItsClosingOne() {
        JsonNode alone = json(as(
                "zhao", "unit", "add", "CHANGQING", "EAST", "--name", "East", "--kind", "BRANCH", "--output", "json"));
        JsonNode asked = json(as(
                "zhao", "unit", "agree", "CHANGQING", "EAST", "--confidentiality", "2026-11-01", "--output", "json"));
        JsonNode withAgreement = json(as(
                "zhao",
                "unit",
                "add",
                "CHANGQING",
                "WEST",
                "--name",
                "West",
                "--kind",
                "BRANCH",
                "--confidentiality",
                "2026-11-01",
                "--output",
                "json"));

        assertThat(alone.at("/code").asString()).as("one person adds it").isEqualTo("EAST");
        assertThat(asked.at("/would").asString())
                .isEqualTo("The sales unit EAST of CHANGQING would count as bound by a confidentiality agreement since"
                        + " 2026-11-01.");
        assertThat(withAgreement.at("/would").asString())
                .startsWith("WEST (West, BRANCH) would call for CHANGQING, bound by a confidentiality agreement since");
        assertThat(codes(json("unit", "list", "CHANGQING").at("/units"))).containsExactly("EAST");
        json(as("qian", "confirm", asked.at("/request").asString(), "--output", "json"));
        assertThat(json("unit", "list", "CHANGQING").at("/units/0/bound").asBoolean())
                .isTrue();
        assertThat(json(as("zhao", "unit", "close", "CHANGQING", "EAST", "--output", "json"))
                        .at("/closed_at")
                        .isNull())
                .isFalse();
    }

    private String[] add(String name, String role) {
        return new String[] {
            "person",
            "add",
            name,
            "--full-name",
            name,
            "--role",
            role,
            "--ssh-key",
            person(name).publicKey().toString(),
            "--output",
            "json"
        };
    }

    private TestPerson person(String name) {
        return people.computeIfAbsent(name, any -> TestPerson.withKeyIn(folder, name));
    }

    private TypedCommand as(String person, String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(person(person).options());
        return english(all.toArray(String[]::new));
    }

    private TypedCommand english(String... typed) {
        List<String> all = new ArrayList<>(List.of("--home", home().toString(), "--lang", "en"));
        all.addAll(List.of(typed));
        return TypedCommand.run(settings, all);
    }

    private JsonNode json(String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(List.of("--output", "json"));
        return json(english(all.toArray(String[]::new)));
    }

    private static JsonNode json(TypedCommand command) {
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isZero();
        return command.json();
    }

    private String refusal(String... typed) {
        TypedCommand command = english(typed);
        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.out()).isEmpty();
        return command.err();
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

    private Path home() {
        return folder.resolve("home").toAbsolutePath();
    }
}
