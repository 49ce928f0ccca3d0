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
 * A table in Markdown that the tests of one run write together, row by row: {@code target/<name>.md}, which a page in
 * {@code docs/} shows.
 *
 * <p>The processes that the tests are divided among write into it in turn; its last line names their run, so that rows
 * of an earlier one give way.
 */
public final class MarkdownTable {

    private static final String RUN = "\n<!-- run "
            + System.getProperty(
                    "jinbo.testing.run", "of process " + ProcessHandle.current().pid()) + " -->\n";

    private static final MarkdownTable WRITERS =
            new MarkdownTable("rows-and-tests", "| table | row | test |\n| --- | --- | --- |\n");

    private final String name;
    private final Path file;
    private final String head;

    /**
     * @param name of the file, without its extension
     * @param head the two lines that begin a table in Markdown, each with its line end
     */
    MarkdownTable(String name, String head) {
        this.name = name;
        this.file = Path.of("target", name + ".md");
        this.head = head;
    }

    /**
     * A table of what was tried, what was expected, and what was seen.
     *
     * @param name of the file, without its extension
     * @param tried the head of the first column
     */
    public static MarkdownTable ofExpectations(String name, String tried) {
        return new MarkdownTable(name, "| " + tried + " | expected | seen |\n| --- | --- | --- |\n");
    }

    /**
     * Something was tried; fails the test if what was seen is not what was expected, after it has written so.
     *
     * @param name what was tried, different for each row; without {@code |}
     * @param expected for example a code
     * @param seen likewise
     */
    public void row(String name, String expected, String seen) {
        write("| " + name + " |", " " + expected + " | " + seen + " |");
        assertThat(seen).as(name).isEqualTo(expected);
    }

    /**
     * Writes a row, in the place of one of this run that begins alike, and notes in {@code target/rows-and-tests.md}
     * which test has written it.
     */
    void write(String begin, String rest) {
        put(begin, rest);
        WRITERS.put("| " + name + " " + begin, " " + nameOfCallingTest() + " |");
    }

    /** The test class that runs. */
    private static String nameOfCallingTest() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> frame.getClassName().replaceAll(".*[.]|[$].*", ""))
                        .filter(type -> type.endsWith("Test") || type.endsWith("IT"))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("Only a test writes a row, in a thread of its own"));
    }

    private synchronized void put(String begin, String rest) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // until the channel is closed, so that no other process writes between the reading and the writing
                channel.lock();
                Set<String> rows = new TreeSet<>(rowsOfThisRun(channel));
                rows.removeIf(row -> row.startsWith(begin));
                rows.add(begin + rest);
                ByteBuffer table = StandardCharsets.UTF_8.encode(head + String.join("\n", rows) + "\n" + RUN);
                channel.truncate(0);
                for (long at = 0; table.hasRemaining(); ) {
                    at += channel.write(table, at);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> rowsOfThisRun(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // until all is read
        }
        String table = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        return table.startsWith(head) && table.endsWith("\n" + RUN)
                ? Set.of(table.substring(head.length(), table.length() - RUN.length())
                        .split("\n"))
                : Set.of();
    }
}
