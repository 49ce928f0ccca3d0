package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * After all tests of a build: a page shows each row that they have written, and none that nobody writes any more. Where
 * only some tests were run, nothing can be said of that.
 */
class DocsTablesIT {

    /** What {@code skipUnitTests}, {@code test} and {@code it.test} are in a build that runs all tests. */
    private static final String NOTHING_CHOSEN = "false ${test} ${it.test}";

    private static final Map<String, Path> PAGES = Map.of(
            "attack-table",
            Path.of("docs/developers/attacks.md"),
            "failure-table",
            Path.of("docs/developers/failure-model.md"));

    @BeforeAll
    static void allTestsHaveRun() {
        assumeThat(System.getProperty("jinbo.testing.chosen"))
                .as("the tests that were chosen")
                .isEqualTo(NOTHING_CHOSEN);
    }

    @Test
    void thePageOfAttacksShowsTheTableOfThisBuild() {
        assertIsShown(AttackTable.TABLE);
    }

    @Test
    void thePageOfPartnersShowsTheTableOfThisBuild() {
        assumeThat(ExternalProgram.areRequired())
                .as("all programs of partners are here")
                .isTrue();
        assertIsShown(PartnerTable.TABLE);
    }

    /** What {@code docs/developers/testing.md} says of a row is what has happened. */
    @Test
    void eachRowIsWrittenByTheTestThatTheTableNames() {
        RowTestTable tests = RowTestTable.read();

        assertThat(RowTestTable.rowsOf(Path.of("target/rows-and-tests.md")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    String table = row.replaceFirst(" [|] .*", "");
                    String test = row.replaceFirst(" [|]$", "").replaceFirst(".* [|] ", "");
                    String key = row.substring(table.length() + 3, row.length() - test.length() - 2);
                    Optional<Path> page = Optional.ofNullable(PAGES.get(table));
                    page.ifPresent(found -> assertThat(tests.of(found, key).map(RowTestTable.Line::test))
                            .as("test of %s in %s", key, found)
                            .contains(test));
                });
    }

    private static void assertIsShown(DocsTable table) {
        assertThat(table.shown()).isEqualTo(table.written());
    }
}
