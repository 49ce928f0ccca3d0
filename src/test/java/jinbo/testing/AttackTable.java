package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the tests of this run have sent that no honest partner sends, or that an unusual one does, and what became of it: {@code
 * target/attack-table.md}, the table that {@code docs/attacks.md} shows.
 */
public final class AttackTable {

    /** The page that shows the table. */
    public static final Path PAGE = Path.of("docs/attacks.md");

    private static final WrittenTable TABLE = WrittenTable.ofExpectations("attack-table", "what was sent");

    private AttackTable() {}

    /** Something was sent; fails the test if something else came of it, or if the page does not show the row. */
    public static void row(String sent, String expected, String seen) {
        TABLE.row(sent, expected, seen);
        try {
            assertThat(Files.readString(PAGE).lines())
                    .as("%s, which shows the rows of target/attack-table.md", PAGE)
                    .contains("| " + sent + " | " + expected + " | " + seen + " |");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
