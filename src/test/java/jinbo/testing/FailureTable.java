package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tests of this run have broken on purpose and what became of it: {@code target/failure-table.md}, the table that
 * {@code docs/failure-model.md} shows.
 */
public final class FailureTable {

    private static final Path FILE = Path.of("target", "failure-table.md");
    private static final Map<String, String> ROWS = new TreeMap<>();

    private FailureTable() {}

    /**
     * A fault whose end was counted; fails the test unless all counts are zero.
     *
     * @param where {@code crash point}, {@code line to SFTP} and so on
     * @param fault what was done
     * @param restarts how often the program was started or run again until everything was done
     * @param lost rows, answers or lists that should be there and are not
     * @param doubled rows, answers or lists that are there twice, or once with other bytes than were recorded
     * @param halfVisible incomplete files under a final name
     */
    public static synchronized void row(
            String where, String fault, int restarts, long lost, long doubled, long halfVisible) {
        String begin = "| " + where + " | " + fault + " |";
        ROWS.put(begin, begin + " " + restarts + " | " + lost + " | " + doubled + " | " + halfVisible + " |");
        write();
        assertThat(new long[] {lost, doubled, halfVisible})
                .as("lost, doubled, half-visible after: " + where + ", " + fault)
                .containsOnly(0);
    }

    private static void write() {
        String head = "| where | fault | restarts | lost | doubled | half-visible |\n"
                + "| --- | --- | ---: | ---: | ---: | ---: |\n";
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, head + String.join("\n", ROWS.values()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
