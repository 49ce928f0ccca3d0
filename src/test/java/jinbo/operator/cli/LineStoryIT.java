package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two people add a line of business by command; an insurer sells it, complains about it, gets it on its list, and ends it. */
class LineStoryIT {

    private static final String HEADER = "mobile,complaint,complained_on,business_line\r\n";
    private static final String LIST = "mobile,business_line,effective_on,expires_on\r\n";

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CommandSession wang;
    private CommandSession li;
    private CommandSession qian;
    private CommandSession zhao;

    @BeforeEach
    void peopleJoin() {
        exchange = TestExchange.start(folder.resolve("home"), clock);
        TestPeople people = new TestPeople(exchange, folder);
        CommandSession commands = CommandSession.over(exchange);
        wang = commands.as(people.join("wang", Role.KEY_OFFICER));
        li = commands.as(people.join("li", Role.KEY_OFFICER));
        qian = commands.as(people.join("qian", Role.OPERATOR));
        zhao = commands.as(people.join("zhao", Role.OPERATOR));
    }

    @Test
    void aLineOfBusinessComesAndGoesWithoutANewVersion() {
        try (TestExchange open = exchange) {
            steps.take("two people add a line", this::twoPeopleAddALine);
            steps.take("an insurer sells it from tomorrow on", this::anInsurerSellsItFromTomorrowOn);
            steps.take("today it is not sold, and nothing is a line that is none", this::todayItIsNotSold);
            steps.take("tomorrow complaints about it count", this::tomorrowComplaintsAboutItCount);
            steps.take("changes come as changes", this::changesComeAsChanges);
            steps.take("the insurer ends the line", this::theInsurerEndsTheLine);
            steps.take("the line is closed", this::theLineIsClosed);
            steps.take("the registry agrees", open::assertRegistryAgrees);
        }
    }

    private void twoPeopleAddALine() {
        JsonNode asked =
                qian.json("line", "add", "HEALTH", "--name", "Health insurance", "--name-zh", "健康险", "--reason", "new");

        assertThat(asked.at("/would").asString())
                .isEqualTo("The line of business HEALTH (Health insurance, 健康险) would be open from 2012-09-21:"
                        + " insurers could sell it, and complaints and choices could name it.");
        assertThat(qian.type("line", "list").out()).doesNotContain("HEALTH");
        assertThat(qian.type("confirm", asked.at("/request").asString()).err()).contains("was made by qian");

        zhao.json("confirm", asked.at("/request").asString());

        assertThat(qian.in("zh").type("line", "list").out())
                .containsPattern("HEALTH +Health insurance +健康险 +2012-09-21");
        assertThat(qian.json("line", "list").at("/lines/0/code").asString()).isEqualTo("HEALTH");
    }

    private void anInsurerSellsItFromTomorrowOn() {
        JsonNode asked = wang.json("insurer", "add-line", "YUNHE", "--line", "HEALTH");

        assertThat(asked.at("/would").asString())
                .isEqualTo("YUNHE would also sell HEALTH from 2012-09-22. Its first list from that day would be a full"
                        + " list.");
        li.json("confirm", asked.at("/request").asString());
        JsonNode lines = wang.json("insurer", "show", "YUNHE").at("/lines");
        assertThat(lines.toString())
                .isEqualTo("[{\"code\":\"HEALTH\",\"since\":\"2012-09-22\",\"ended_on\":null},"
                        + "{\"code\":\"LIFE\",\"since\":\"2012-09-21\",\"ended_on\":null}]");
        assertThat(qian.type("insurer", "list").out()).containsPattern("YUNHE +云河人寿 +LIFE +2012");
        assertThat(wang.failure("insurer", "add-line", "YUNHE", "--line", "TRAVEL"))
                .startsWith("Line of business TRAVEL does not exist. Known: HEALTH, LIFE, MOTOR, PROPERTY");
        assertThat(wang.failure("insurer", "add-line", "YUNHE", "--line", "LIFE", "--from", "2012-10-01"))
                .startsWith("The line LIFE is already recorded for YUNHE, from 2012-09-21 on");
    }

    private void todayItIsNotSold() {
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120921-001.csv.pgp",
                HEADER
                        + "13810001234,TELEMARKETING,2012-09-20,\r\n"
                        + "13810001235,TELEMARKETING,2012-09-20,HEALTH\r\n"
                        + "13810001236,TELEMARKETING,2012-09-20,TRAVEL\r\n");
        exchange.collect();
        exchange.publish();

        assertThat(exchange.findingsOf("YUNHE", "complaints-YUNHE-20120921-001"))
                .containsExactly("3 business_line BUSINESS_LINE_NOT_SOLD", "4 business_line BUSINESS_LINE_UNKNOWN");
        assertThat(exchange.lists("YUNHE").manifest(1).businessLines()).hasToString("[LIFE]");
        assertThat(exchange.lists("YUNHE").text(1)).isEqualTo(LIST + "13810001234,LIFE,2012-10-09,2014-10-09\r\n");
    }

    private void tomorrowComplaintsAboutItCount() {
        clock.set("2012-09-24T09:00:00+08:00");
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120924-001.csv.pgp",
                HEADER
                        + "13810001235,TELEMARKETING,2012-09-20,health\r\n"
                        + "13810001236,TELEMARKETING,2012-09-20,\r\n");
        exchange.collect();
        exchange.publish();

        Manifest manifest = exchange.lists("YUNHE").manifest(2);
        assertThat(manifest.kind().code()).as("other lines than before").isEqualTo("full");
        assertThat(manifest.businessLines()).hasToString("[HEALTH, LIFE]");
        assertThat(manifest.entries()).isEqualTo(4);
        assertThat(exchange.lists("YUNHE").whole())
                .isEqualTo(LIST
                        + "13810001234,LIFE,2012-10-09,2014-10-09\r\n"
                        + "13810001235,HEALTH,2012-10-10,2014-10-10\r\n"
                        + "13810001236,HEALTH,2012-10-10,2014-10-10\r\n"
                        + "13810001236,LIFE,2012-10-10,2014-10-10\r\n");
        assertThat(exchange.lists("CHANGQING").whole())
                .as("sells no health insurance")
                .isEqualTo(LIST
                        + "13810001234,LIFE,2012-10-09,2014-10-09\r\n"
                        + "13810001236,LIFE,2012-10-10,2014-10-10\r\n");
    }

    private void changesComeAsChanges() {
        clock.set("2012-09-25T09:00:00+08:00");
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120925-001.csv.pgp",
                HEADER + "13810001234,TELEMARKETING,2012-09-20,HEALTH\r\n");
        exchange.collect();
        exchange.publish();

        assertThat(exchange.lists("YUNHE").text(3))
                .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\n"
                        + "ADD,13810001234,HEALTH,2012-10-11,2014-10-11\r\n");
        assertThat(exchange.lists("YUNHE").whole())
                .contains("13810001234,HEALTH,2012-10-11,2014-10-11\r\n13810001234,LIFE,");
    }

    private void theInsurerEndsTheLine() {
        JsonNode asked = qian.json(
                "insurer",
                "end-line",
                "YUNHE",
                "--line",
                "HEALTH",
                "--on",
                "2012-09-26",
                "--reason",
                "sold to another");
        assertThat(asked.at("/would").asString())
                .isEqualTo("YUNHE would stop selling HEALTH on 2012-09-26. Its lists would not contain this line of"
                        + " business from then on.");
        zhao.json("confirm", asked.at("/request").asString());
        assertThat(qian.failure(
                        "insurer",
                        "end-line",
                        "YUNHE",
                        "--line",
                        "LIFE",
                        "--on",
                        "2012-09-27",
                        "--reason",
                        "nothing left"))
                .startsWith("LIFE cannot end on 2012-09-27, because YUNHE sells no other line beyond that day.");
        clock.set("2012-09-26T09:00:00+08:00");

        exchange.publish();

        assertThat(exchange.lists("YUNHE").manifest(4).kind().code()).isEqualTo("full");
        assertThat(exchange.lists("YUNHE").whole()).doesNotContain("HEALTH").contains("13810001234,LIFE,");
    }

    private void theLineIsClosed() {
        assertThat(qian.failure("line", "close", "HEALTH", "--on", "2012-09-26", "--reason", "merged into LIFE"))
                .startsWith("A line of business cannot be closed on 2012-09-26: the day must be after 2012-09-26,");
        JsonNode asked = qian.json("line", "close", "HEALTH", "--on", "2012-09-27", "--reason", "merged into LIFE");
        zhao.json("confirm", asked.at("/request").asString());
        clock.set("2012-09-27T09:00:00+08:00");

        assertThat(wang.failure("insurer", "add-line", "YUNHE", "--line", "HEALTH"))
                .isEqualTo("The line of business HEALTH is not open on 2012-09-28; it was open from 2012-09-21 and"
                        + " closed on 2012-09-27\n");
        assertThat(Optional.of(qian.type("line", "list").out()))
                .get()
                .asString()
                .containsPattern("HEALTH .*2012-09-21 +2012-09-27");
    }
}
