package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tests of this run have broken on purpose and what became of it: {@code target/failure-table.md}, the table that
 * {@code docs/failure-model.md} shows.
 *
 * <p>The processes that the tests are divided among write into it in turn; its last line names their run, so that rows of an
 * earlier one give way.
 */
public final class FailureTable {

    private static final Path FILE = Path.of("target", "failure-table.md");
    private static final String HEAD = "| where | fault | restarts | lost | doubled | half-visible |\n"
            + "| --- | --- | ---: | ---: | ---: | ---: |\n";
    private static final String RUN = "\n<!-- run "
            + System.getProperty(
                    "jinbo.testing.run", "of process " + ProcessHandle.current().pid()) + " -->\n";

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
        write(begin, " " + restarts + " | " + lost + " | " + doubled + " | " + halfVisible + " |");
        assertThat(new long[] {lost, doubled, halfVisible})
                .as("lost, doubled, half-visible after: " + where + ", " + fault)
                .containsOnly(0);
    }

    private static void write(String begin, String counts) {
        try {
            Files.createDirectories(FILE.getParent());
            try (FileChannel file = FileChannel.open(
                    FILE, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // until the channel is closed, so that no other process writes between the reading and the writing
                file.lock();
                Set<String> rows = new TreeSet<>(rowsOfThisRun(file));
                rows.removeIf(row -> row.startsWith(begin));
                rows.add(begin + counts);
                ByteBuffer table = StandardCharsets.UTF_8.encode(HEAD + String.join("\n", rows) + "\n" + RUN);
                file.truncate(0);
                for (long at = 0; table.hasRemaining(); ) {
                    at += file.write(table, at);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rowsOfThisRun(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
            // until all is read
        }
        String table = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        return table.startsWith(HEAD) && table.endsWith("\n" + RUN)
                ? Set.of(table.substring(HEAD.length(), table.length() - RUN.length())
                        .split("\n"))
                : Set.of();
    }
}
