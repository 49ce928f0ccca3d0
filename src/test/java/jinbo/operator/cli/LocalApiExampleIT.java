package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jinbo.operator.api.OpenLocalApi;
import jinbo.participant.staff.Role;
import jinbo.testing.ExternalProgram;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/operators/api.md}, one after the other as they stand there, with curl and OpenSSH. */
class LocalApiExampleIT {

    private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private Path socket;

    @Test
    void examplesDoWhatThePageSays() throws IOException {
        List.of("curl", "ssh-keygen", "openssl").forEach(ExternalProgram::required);
        String page = Files.readString(Path.of("docs/operators/api.md"));
        List<String> examples = EXAMPLE.matcher(page.substring(page.indexOf("## From a script")))
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(7);
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.ofHours(8));
        SettableClock clock = new SettableClock(now.withNano(0).toString());
        socket = folder.resolve("api.sock");
        Files.copy(Path.of("src/test/resources/jinbo/reference/calendar/made-up-2027.csv"), folder.resolve("days.csv"));
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                OpenLocalApi.Open api = exchange.bean(OpenLocalApi.class).open(socket)) {
            assertThat(api).isNotNull();
            TestPeople people = new TestPeople(exchange, folder);
            people.joinOfficers();
            TestPerson zhao = people.join("zhao", Role.OPERATOR);
            TestPerson qian = people.join("qian", Role.OPERATOR);

            String named = examples.get(2);
            assertThat(run(zhao, examples.get(1))).contains("\"held\" : [ ]");
            assertThat(run(zhao, named + examples.get(3)))
                    .contains("\"request\" : 1", "\"state\" : \"OPEN\"", "\"requested_by\" : \"zhao\"");
            assertThat(run(qian, examples.get(4))).contains("宠物保险", "\"confirmed_by\" : \"qian\"");
            assertThat(exchange.sql()
                            .sql("select count(*) from business_line where code = 'PET'")
                            .query(Long.class)
                            .single())
                    .isOne();
            assertThat(run(zhao, named + examples.get(5)))
                    .doesNotContain("13810001234")
                    .contains("{");
            assertThat(run(zhao, named + examples.get(6))).contains("\"state\" : \"OPEN\"", "days.csv");
            assertThat(exchange.sql()
                            .sql("select count(*) from operation_signature where document like '%13810001234%'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private String run(TestPerson person, String example) {
        Shell.Answer answer = new Shell(
                        folder,
                        Map.of(
                                "SOCKET",
                                socket.toString(),
                                "PERSON",
                                person.name(),
                                "KEY",
                                person.identity().toString()))
                .run(List.of("sh", "-ec", example));
        assertThat(answer.exit())
                .as("%s%n%s%s", example, answer.out(), answer.err())
                .isZero();
        return answer.out();
    }
}
