package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** After all tests of a build: a page shows each row that they have written, and none that nobody writes any more. */
class PageTablesIT {

    @Test
    void thePageOfAttacksShowsTheTableOfThisBuild() throws IOException {
        assertIsShown(AttackTable.TABLE);
    }

    @Test
    void thePageOfPartnersShowsTheTableOfThisBuild() throws IOException {
        assumeThat(Peer.areRequired()).as("all programs of partners are here").isTrue();
        assertIsShown(PartnerTable.TABLE);
    }

    private static void assertIsShown(PageTable table) throws IOException {
        assumeThat(table.file()).as("the tests have run").exists();
        assumeThat(Files.readString(table.file()))
                .contains("<!-- run " + System.getProperty("jinbo.testing.run") + " -->");

        assertThat(table.shown()).isEqualTo(table.written());
    }
}
