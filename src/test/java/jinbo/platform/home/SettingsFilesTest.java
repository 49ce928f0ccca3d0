package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFilesTest {

    @TempDir
    private Path temporary;

    private Home home;

    @BeforeEach
    void homeIsMade() {
        home = new Home(temporary.resolve("home")).create();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobs     | portal.yaml    | read from settings/; move the file there
            jobs     | schedule.yaml  | read from settings/; move the file there
            settings | watch.yaml     | read from jobs/; move the file there
            settings | consol.yaml    | There are no settings with this name
            settings | portal.yml     | There are no settings with this name
            jobs     | publish.yaml   | There are no settings with this name
            """)
    void refusesAFileThatNobodyReads(String folder, String file, String what) throws IOException {
        Files.createFile(home.root().resolve(folder).resolve(file));

        assertThatExceptionOfType(HomeException.class)
                .isThrownBy(() -> new SettingsFiles(home).requireKnown())
                .withMessageContaining(what)
                .withMessageContaining(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs/watch.yaml",
                "jobs/collect-uploads.yaml",
                "settings/portal.yaml",
                "settings/portal.yaml.bak"
            })
    void leavesOthersAlone(String file) throws IOException {
        Files.createFile(home.root().resolve(file));

        new SettingsFiles(home).requireKnown();

        assertThat(home.root().resolve(file)).exists();
    }
}
