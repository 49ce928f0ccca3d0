package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table of what was tried, expected and seen that the tests of one run write together, and that a page of the documentation
 * shows word for word.
 */
final class DocsTable {

    private final Path page;
    private final Path file;
    private final String tried;
    private final MarkdownTable table;

    /**
     * @param page the page that shows it
     * @param name of the file in {@code target} that the tests write, without its extension
     * @param tried the head of the first column
     */
    DocsTable(Path page, String name, String tried) {
        this.page = page;
        this.file = Path.of("target", name + ".md");
        this.tried = tried;
        this.table = MarkdownTable.ofExpectations(name, tried);
    }

    /** Writes a row; fails the test if something else was seen than expected, or if the page does not show the row. */
    void row(String name, String expected, String seen) {
        table.row(name, expected, seen);
        assertThat(lines(page))
                .as("%s, which shows the rows of %s", page, file)
                .contains("| " + name + " | " + expected + " | " + seen + " |");
    }

    /** The rows that the page shows. */
    List<String> shown() {
        return rowsOf(page);
    }

    /** The rows that the tests have written. */
    List<String> written() {
        return rowsOf(file);
    }

    private List<String> rowsOf(Path markdown) {
        return lines(markdown).stream()
                .dropWhile(line -> !line.startsWith("| " + tried + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static List<String> lines(Path markdown) {
        try {
            return Files.readAllLines(markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
