package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.batch.schedule.ManualScheduleFixture;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log of JSON lines says what each is about, whatever insurers send. */
class JsonLogIT {

    private static final String HOSTILE = UploadCsv.HEADER
            + "13810001234,TELEMARKETING,2012-09-20,,,\r\n"
            + "138-1000-1235\",\"message\":\"13810001236\n\\u0000,TELEMARKETING,2012-09-20,,,\r\n"
            + "\"13810001240,TELEMARKETING\r\n";

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash"})
    void eachLineIsJsonAndSaysWhatItIsAboutAndNeverANumber(String format) throws IOException {
        Steps steps = new Steps();
        SettableClock clock = new SettableClock("2012-09-21T17:00:00+08:00");
        try (TestExchange exchange = TestExchange.start(
                home,
                clock,
                Map.of(
                        "logging.structured.format.file",
                        format,
                        "logging.config",
                        "classpath:jinbo/story/log-to-file.xml"))) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            steps.take("hostile uploads arrive, one of them cut short", () -> {
                exchange.upload("YUNHE", UploadCsv.name("YUNHE", "20120921", 1), HOSTILE);
                exchange.upload("YUNHE", "complaints-13810001234\n\"}.csv.pgp", HOSTILE);
                String cutShort = UploadCsv.name("BEIDOU", "20120921", 2);
                byte[] sealed = exchange.seal(
                        TestExchange.secretOf("BEIDOU"), cutShort, HOSTILE.getBytes(StandardCharsets.UTF_8));
                exchange.place("BEIDOU", cutShort, Arrays.copyOf(sealed, sealed.length - 1));
            });
            steps.take("a run fails by the database", () -> {
                exchange.sql()
                        .sql(
                                "alter table registration_page add constraint never check (octet_length(registrations) > 6000) not valid")
                        .update();
                clock.pass(java.time.Duration.ofMinutes(15));
                node.turn();
            });
            steps.take("the next runs complete, and lists are published", () -> {
                exchange.sql()
                        .sql("alter table registration_page drop constraint never")
                        .update();
                clock.set("2012-09-21T18:00:00+08:00");
                node.turn();
                assertThat(exchange.lists("YUNHE").names()).isNotEmpty();
            });
        }

        List<String> written = Files.readAllLines(home.resolve("log/jinbo.log"));
        List<JsonNode> lines =
                written.stream().map(JsonMapper.shared()::readTree).toList();
        steps.take("each line is JSON and says what it is about", () -> {
            assertThat(lines).hasSizeGreaterThan(20);
            assertThat(lines)
                    .anySatisfy(
                            line -> assertThat(fields(line)).contains("run", "insurer", "job", "file", "execution"));
        });
        steps.take("lines about uploads name run and insurer", () -> {
            assertThat(lines.stream().filter(line -> text(line, "job").equals("collect-uploads")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(fields(line)).contains("run", "insurer"));
            assertThat(lines.stream().map(line -> text(line, "insurer"))).contains("YUNHE", "CHANGQING", "BEIDOU");
        });
        steps.take(
                "lines about lists name the insurer",
                () -> assertThat(lines.stream()
                                .filter(line -> text(line, "job").equals("publish-block-lists"))
                                .filter(line -> line.has("execution"))
                                .map(line -> text(line, "insurer"))
                                .collect(Collectors.toSet()))
                        .contains("YUNHE", "CHANGQING", "BEIDOU"));
        steps.take(
                "no line holds a number",
                () -> assertThat(String.join("\n", written)).doesNotContain("1381000", "138-1000"));
    }

    private static Set<String> fields(JsonNode line) {
        return Set.copyOf(line.propertyNames());
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }
}
