package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jinbo.participant.staff.Role;
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

/** A consumer asks who has had its number; an auditor finds out, and afterwards that this has been noted, too. */
class NumberSearchStoryIT {

    private static final String NUMBER = "13810001234";
    private static final String UPLOAD = "complaints-YUNHE-20261124-001";
    private static final Path EXPECTED = Path.of("src/test/resources/jinbo/operator/cli/access-report-2026-11.csv");

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");
    private final List<CommandOutput> typed = new ArrayList<>();
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CommandSession zhou;

    @Test
    void whoHasHadANumber() {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            TestPeople people = new TestPeople(exchange, folder);
            people.joinOfficers();
            zhou = CommandSession.over(exchange).readBy(typed::add).as(people.joinUnsigned("zhou", Role.AUDITOR));
            exchange.upload(
                    "YUNHE",
                    UPLOAD + ".csv.pgp",
                    "mobile,complaint,complained_on\r\n" + NUMBER + ",TELEMARKETING,2026-11-20\r\n");
            exchange.collect();
            exchange.publish();
            clock.set("2026-11-24T09:30:00+08:00");

            steps.take("without an agreement the auditor sees nothing", this::withoutAnAgreementTheAuditorSeesNothing);
            people.sign("zhou");
            steps.take(
                    "uploads, lists and the search itself are found", this::uploadsAndListsAreFoundAndTheSearchItself);
            steps.take("the next search finds the first", this::theNextSearchFindsTheFirst);
            steps.take("each name of a file leads to its entries", this::anyNameOfAFileLeadsToItsEntries);
            steps.take("the month is reported", this::theMonthIsReported);
            steps.take("the year's key is destroyed", this::theYearsKeyIsDestroyed);
            steps.take("the number is stored nowhere", this::theNumberStandsNowhere);
        }
    }

    private void withoutAnAgreementTheAuditorSeesNothing() {
        CommandOutput refused = zhou.type(search("--number", NUMBER));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("zhou has no confidentiality agreement");
        assertThat(log("phase || ' ' || action || ' ' || object"))
                .contains("REFUSAL SEARCH_BY_NUMBER audit search --number=***");
    }

    private void uploadsAndListsAreFoundAndTheSearchItself() {
        JsonNode answer = zhou.withInput("138-1000-1234\r\n").json(search("--number", "-"));

        assertThat(answer.propertyNames())
                .containsExactly(
                        "accesses",
                        "more_accesses",
                        "uploads",
                        "more_uploads",
                        "lists",
                        "more_lists",
                        "case_files",
                        "more_case_files",
                        "years_without_key",
                        "years_lost");
        assertThat(answer.at("/accesses").size()).isEqualTo(1);
        assertThat(answer.at("/accesses/0/phase").asString()).isEqualTo("INTENT");
        assertThat(answer.at("/accesses/0/purpose").asString()).isEqualTo("the consumer asked");
        assertThat(answer.at("/accesses/0/subject").asString()).matches("2026:[0-9a-f]{64}");
        assertThat(answer.at("/uploads/0/file").asString()).isEqualTo(UPLOAD + ".csv.pgp");
        assertThat(answer.at("/uploads/0/entry").asLong())
                .isEqualTo(answer.at("/uploads/0/accesses/1/id").asLong());
        assertThat(answer.at("/lists")
                        .valueStream()
                        .map(list -> list.at("/file").asString()))
                .as("of the life insurers")
                .containsExactlyInAnyOrder(
                        "blocklist-YUNHE-00000001-full.csv.pgp", "blocklist-CHANGQING-00000001-full.csv.pgp");
        assertThat(answer.at("/lists/0/business_line").asString()).isEqualTo("LIFE");
        assertThat(answer.at("/lists/0/effective_on").asString()).isEqualTo("2026-12-04");
        assertThat(answer.at("/lists/0/entry").isNumber()).isTrue();
    }

    private void theNextSearchFindsTheFirst() {
        CommandOutput english = zhou.type(search("--number", NUMBER));
        CommandOutput nobodys = zhou.in("zh").type(search("--number", "13810009999"));

        assertThat(english.err()).isEmpty();
        assertThat(english.out())
                .contains(
                        "Accesses to this number alone: 3", "Uploads with this number: 1", "Lists with this number: 2")
                .containsPattern("RESULT +\\d+ +zhou +AUDITOR +- +SEARCH_BY_NUMBER +the consumer asked .* SEARCHED +1")
                .containsPattern("YUNHE +blocklist-YUNHE-00000001-full.csv.pgp +1 +2026-11-24 09:00 +LIFE +2026-12-04"
                        + " +2028-12-04");
        assertThat(nobodys.out()).contains("仅针对该号码的访问：1", "含该号码的上传文件：无", "含该号码的名单：无");
        assertThat(log("phase || ' ' || outcome || ' ' || coalesce(numbers, 0) || ' ' || object"))
                .as("whether it is known cannot be told from the log")
                .filteredOn(entry -> entry.endsWith("one number"))
                .containsExactly(
                        "RESULT SEARCHED 1 one number", "RESULT SEARCHED 1 one number", "RESULT SEARCHED 1 one number");
    }

    private void anyNameOfAFileLeadsToItsEntries() {
        JsonNode upload = zhou.json("audit", "search", "--file", "receipt-" + UPLOAD + ".json.pgp");
        JsonNode list = zhou.json("audit", "search", "--file", "blocklist-BEIDOU-00000001.manifest.json.pgp");

        assertThat(upload.at("/entries")
                        .valueStream()
                        .map(entry -> entry.at("/object").asString()))
                .containsExactly(UPLOAD + ".csv.pgp", UPLOAD + ".csv.pgp");
        assertThat(list.at("/entries")
                        .valueStream()
                        .map(entry -> entry.at("/phase").asString()))
                .containsExactly("INTENT", "RESULT");
    }

    private void theMonthIsReported() throws IOException {
        Path reports = folder.resolve("reports");
        JsonNode report = zhou.json("audit", "report", "--month", "2026-11", "--to", reports.toString());
        CommandOutput again = zhou.type("audit", "report", "--month", "2026-11", "--to", reports.toString());
        CommandOutput shown = zhou.in("zh").type("audit", "report", "--month", "2026-11", "--insurer", "YUNHE");

        assertThat(report.at("/over").asBoolean()).isFalse();
        assertThat(report.at("/files").size()).isEqualTo(2);
        assertThat(reports.resolve("access-report-2026-11.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo(Files.readString(EXPECTED)
                        .replace("{size}", report.at("/size").asString())
                        .replace("{root}", report.at("/root").asString()));
        assertThat(reports.resolve("access-report-2026-11.html"))
                .content(StandardCharsets.UTF_8)
                .contains("YUNHE 云河人寿", report.at("/root").asString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("The file already exists");
        assertThat(shown.out())
                .contains("2026-11 合计：访问 2 次，访问号码 2 个，失败 0 次，无结果 0 次，拒绝 0 次。", "本月尚未结束")
                .doesNotContain("BEIDOU");
    }

    private void theYearsKeyIsDestroyed() throws IOException {
        clock.set("2030-01-02T09:00:00+08:00");
        Files.delete(exchange.home().resolve("keys/subjects/2026.key"));

        CommandOutput later = zhou.type(search("--number", NUMBER));

        assertThat(later.out())
                .contains("Accesses to this number alone: 1")
                .contains("cannot be searched, because their keys are missing. Restore them from the backup of keys/:"
                        + " 2026");
    }

    private void theNumberStandsNowhere() throws IOException {
        LeakCheck leaks = LeakCheck.of(NUMBER, "138-1000-1234", "13810009999");
        assertThat(typed).hasSizeGreaterThan(5);
        leaks.assertNoneIn(typed);
        leaks.assertNoneIn(
                exchange.sql(),
                "select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'"
                        + " and table_name not in ('registration_page', 'registration_row', 'block_page')");
        leaks.assertNoneBelow(folder);
    }

    private static String[] search(String... more) {
        return Stream.concat(Stream.of("audit", "search", "--reason", "the consumer asked"), Stream.of(more))
                .toArray(String[]::new);
    }

    private List<String> log(String columns) {
        return exchange.sql()
                .sql("select " + columns + " from access_log_entry where outcome is not null"
                        + " and purpose not like 'the record after %' order by id")
                .query(String.class)
                .list();
    }
}
