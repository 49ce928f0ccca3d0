package jinbo.testing;

import java.nio.file.Path;

/**
 * What programs of other people have sealed for us and opened from us in this run, and what they cannot do: {@code
 * target/partner-table.md}, the table that {@code docs/integrators/partners.md} shows.
 */
public final class PartnerTable {

    /** The page with the table, and with the commands that the tests type. */
    public static final Path PAGE = Path.of("docs/integrators/partners.md");

    static final DocsTable TABLE = new DocsTable(PAGE, "partner-table", "who does what");

    private PartnerTable() {}

    /** A program did something; fails the test if something else came of it, or if the page does not show the row. */
    public static void row(String deed, String expected, String seen) {
        TABLE.row(deed, expected, seen);
    }
}
