package jinbo.testing;

import java.nio.file.Path;

/**
 * What the tests of this run have sent that no honest partner sends, or that an unusual one does, and what became of it: {@code
 * target/attack-table.md}, the table that {@code docs/developers/attacks.md} shows.
 */
public final class AttackTable {

    static final DocsTable TABLE =
            new DocsTable(Path.of("docs/developers/attacks.md"), "attack-table", "what was sent");

    private AttackTable() {}

    /** Something was sent; fails the test if something else came of it, or if the page does not show the row. */
    public static void row(String sent, String expected, String seen) {
        TABLE.row(sent, expected, seen);
    }
}
