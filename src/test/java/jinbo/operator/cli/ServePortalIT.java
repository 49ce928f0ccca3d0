package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --portal}: a process that opens no home and starts with no login that may more than ask. */
class ServePortalIT {

    private static final Pattern URL = Pattern.compile("http://[0-9.:]+");

    @TempDir
    private Path folder;

    @Test
    void withoutADatabaseItSaysWhichSettingsAreMissingAndMakesNoHome() {
        CommandOutput command = portal().type("serve", "--portal");

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).contains("SPRING_DATASOURCE_URL").hasLineCount(1);
        assertThat(home()).isEmpty();
    }

    @Test
    void withTheLoginOfTheProgramItDoesNotStart() {
        CommandOutput command =
                portal().with("spring.datasource.url", TestDatabase.freshUrl()).type("serve", "--portal");

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err())
                .contains(
                        "does not start with this database login",
                        "it is a member of the role jinbo_numbers",
                        "The portal's role")
                .hasLineCount(1);
        assertThat(home()).isEmpty();
    }

    @Test
    void aSettingThatCannotBeIsNamed() {
        CommandOutput command = portal().with("spring.datasource.url", TestDatabase.portalUrl(TestDatabase.freshUrl()))
                .with("jinbo.remote-portal.taken-within", "2m")
                .type("serve", "--portal");

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).contains("taken-within is PT2M; it must be 1ms to 1m");
    }

    @Test
    void inAProcessOfItsOwnItShowsThePagesUntilItIsToldToEnd() throws IOException, InterruptedException {
        Steps steps = new Steps();
        ProcessBuilder typed = TestJvm.process(
                        Jinbo.class.getName(),
                        "--lang",
                        "en",
                        "--home",
                        folder.resolve("portal").toString(),
                        "serve",
                        "--portal")
                .redirectErrorStream(true);
        typed.environment().put("SPRING_DATASOURCE_URL", TestDatabase.portalUrl(TestDatabase.freshUrl()));
        typed.environment().put("JINBO_PORTAL_PORT", "0");
        Process process = steps.take("the portal starts in a process of its own", () -> typed.start());
        try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
            steps.take("it shows its pages", () -> {
                String url = told.lines()
                        .flatMap(line -> URL.matcher(line).results())
                        .map(MatchResult::group)
                        .findFirst()
                        .orElseThrow();
                HttpResponse<String> page = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(url + "/privacy"))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .as("without the exchange")
                        .containsPattern("cannot be shown at the moment|目前无法显示");
            });
            steps.take("it ends on a signal", () -> {
                process.destroy();

                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(143);
            });
        } finally {
            process.destroyForcibly();
        }
        steps.take("it left nothing in its home", () -> assertThat(home()).isEmpty());
    }

    private CommandSession portal() {
        return CommandSession.of(folder.resolve("portal"));
    }

    /** What of a home has come into being, beside the log. */
    private List<String> home() {
        String[] names = folder.resolve("portal").toFile().list((in, name) -> !name.equals("log"));
        return names == null ? List.of() : List.of(names);
    }
}
