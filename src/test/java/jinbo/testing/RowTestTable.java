package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The table of {@code docs/developers/testing.md} that says of each row in a table of the pages on failures, attacks and the
 * access log which test stands behind it.
 *
 * @param lines of the table
 */
record RowTestTable(List<Line> lines) {

    static final List<Path> PAGES = List.of(
            Path.of("docs/auditors/access-log.md"),
            Path.of("docs/developers/attacks.md"),
            Path.of("docs/developers/failure-model.md"));

    private static final String HEAD = "| page | row | test |";
    private static final String AND_SO_ON = "...";

    /**
     * A line of the table.
     *
     * @param page the name of the page, without its ending
     * @param begin how the row begins
     * @param test the test class
     */
    record Line(String page, String begin, String test) {

        boolean means(String ofPage, String row) {
            return page.equals(ofPage) && row.startsWith(begin);
        }
    }

    /** Reads the table. */
    static RowTestTable read() {
        return new RowTestTable(textOf(Path.of("docs/developers/testing.md"))
                .lines()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(RowTestTable::line)
                .toList());
    }

    private static Line line(String row) {
        String[] cells = row.substring(2, row.length() - 2).split(" \\| ", 2);
        int last = cells[1].lastIndexOf(" | ");
        String begin = cells[1].substring(0, last).replace("\\|", "|");
        String test = cells[1].substring(last + 3).replace("`", "");
        return new Line(
                cells[0],
                begin.endsWith(AND_SO_ON) ? begin.substring(0, begin.length() - AND_SO_ON.length()) : begin + " |",
                test);
    }

    /** The line that means a row: of several the one that says most of it. */
    Optional<Line> of(Path page, String row) {
        return lines.stream()
                .filter(line -> line.means(nameOf(page), row))
                .max(Comparator.comparing(line -> line.begin().length()));
    }

    /** The rows of all tables of a page, each from its first cell on, but for those of what is not promised. */
    static Set<String> rowsOf(Path page) {
        Set<String> rows = new TreeSet<>();
        List<String> lines = Pattern.compile("\n(?=## )")
                .splitAsStream(textOf(page))
                .filter(section -> !section.startsWith("## What is not promised\n"))
                .flatMap(String::lines)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean isHead = i + 1 < lines.size() && lines.get(i + 1).startsWith("| ---");
            if (lines.get(i).startsWith("| ") && !lines.get(i).startsWith("| ---") && !isHead) {
                rows.add(lines.get(i).substring(2));
            }
        }
        return rows;
    }

    static String nameOf(Path page) {
        return page.getFileName().toString().replace(".md", "");
    }

    private static String textOf(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
