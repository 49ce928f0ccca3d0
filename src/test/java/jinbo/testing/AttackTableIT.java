package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After all tests of a build: the page shows each row that they have written, and none that nobody writes any more. */
class AttackTableIT {

    private static final Path TABLE = Path.of("target/attack-table.md");

    @Test
    void thePageShowsTheTableOfThisBuild() throws IOException {
        assumeThat(TABLE).as("the tests have run").exists();
        assumeThat(Files.readString(TABLE)).contains("<!-- run " + System.getProperty("jinbo.testing.run") + " -->");

        assertThat(rowsOf(AttackTable.PAGE)).isEqualTo(rowsOf(TABLE));
    }

    private static List<String> rowsOf(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .dropWhile(line -> !line.startsWith("| what was sent |"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
