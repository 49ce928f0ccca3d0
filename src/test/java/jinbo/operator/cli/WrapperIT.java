package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.testing.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /usr/bin/jinbo}, with programs in the places of Java and of those that tell and change the account. */
class WrapperIT {

    @TempDir
    private Path folder;

    private Path home;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectory(folder.resolve("home")).toRealPath();
        program("usr/bin/jinbo", Files.readString(Path.of("src/dist/jinbo")));
        program("fake/java", "#!/bin/sh\npwd\nenv\nprintf '<%s>\\n' \"$@\"\n");
        program("fake/id", "#!/bin/sh\necho 990\n");
        Path settings = folder.resolve("jinbo.env");
        Files.writeString(settings, """
                # a comment
                JINBO_HOME=%s

                SPRING_DATASOURCE_URL=jdbc:postgresql://db/jinbo?ssl=true&sslmode=$require
                SPRING_DATASOURCE_PASSWORD="of 'two' words"
                JINBO_LAST=unfinished line""".formatted(home));
        variables.put("JINBO_ENVFILE", settings.toString());
        variables.put("PATH", folder.resolve("fake") + ":" + System.getenv("PATH"));
        variables.put("JAVA_HOME", "");
        variables.put("JINBO_HOME", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jinbo", "archive-classes", "deb/postinst", "deb/prerm", "deb/postrm"})
    void isSoundShell(String script) {
        new Shell(Path.of("src/dist").toAbsolutePath(), Map.of())
                .run("sh", "-n", script)
                .succeeded();
    }

    @Test
    void worksOnTheHomeOfTheServiceWithItsSettings() {
        assertThat(lines("held", "list"))
                .startsWith(home.toString())
                .contains(
                        "JINBO_HOME=" + home,
                        "SPRING_DATASOURCE_URL=jdbc:postgresql://db/jinbo?ssl=true&sslmode=$require",
                        "SPRING_DATASOURCE_PASSWORD=of 'two' words",
                        "JINBO_LAST=unfinished line")
                .containsSubsequence(
                        "<-jar>", "<" + folder.resolve("usr/lib/jinbo/jinbo.jar") + ">", "<held>", "<list>");
    }

    @Test
    void putsTheEnvironmentBeforeTheFile() {
        variables.put("SPRING_DATASOURCE_PASSWORD", "");

        assertThat(lines("status")).contains("SPRING_DATASOURCE_PASSWORD=").contains("JINBO_LAST=unfinished line");
    }

    @ParameterizedTest
    @CsvSource({"--home other status", "--home=other status", "status --home other", "demo", "partner sync"})
    void leavesTheServiceAloneWhereAnotherFolderIsMeant(String words) {
        assertThat(lines(words.split(" ")))
                .startsWith(folder.toString())
                .contains("JINBO_HOME=")
                .doesNotContain("JINBO_LAST=unfinished line");
    }

    @Test
    void leavesTheServiceAloneWhereTheEnvironmentNamesAHome() {
        variables.put("JINBO_HOME", "other");

        assertThat(lines("status"))
                .startsWith(folder.toString())
                .contains("JINBO_HOME=other")
                .doesNotContain("JINBO_LAST=unfinished line");
    }

    @Test
    void becomesTheAccountWhereRootTypesACommand() throws IOException {
        program("fake/id", "#!/bin/sh\necho 0\n");
        program("fake/setpriv", "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\n");

        assertThat(lines("audit", "search", "--reason", "two words"))
                .containsExactly(
                        "<--reuid=jinbo>",
                        "<--regid=jinbo>",
                        "<--init-groups>",
                        "<" + folder.resolve("usr/bin/jinbo") + ">",
                        "<audit>",
                        "<search>",
                        "<--reason>",
                        "<two words>");
    }

    @ParameterizedTest
    @CsvSource({
        "status, true",
        "run collect-uploads, true",
        "--lang zh --as serve status, true",
        "serve, false",
        "--output json --home other serve --portal, false"
    })
    void leavesTheOptimisingCompilerToServe(String words, boolean isShort) {
        assertThat(lines(words.split(" ")).contains("<-XX:TieredStopAtLevel=1>"))
                .isEqualTo(isShort);
    }

    @Test
    void handsOptionsToTheJvm() {
        variables.put("JINBO_JAVA_OPTS", "-Xmx2g -Xss1m");

        assertThat(lines("serve")).containsSubsequence("<-Xmx2g>", "<-Xss1m>", "<-jar>");
    }

    private List<String> lines(String... words) {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("usr/bin/jinbo").toString()));
        command.addAll(List.of(words));
        return new Shell(folder, variables)
                .run(command)
                .succeeded()
                .out()
                .lines()
                .toList();
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
