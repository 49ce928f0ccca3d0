package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages on failures, attacks and the access log say row by row is tested. */
class RowTestTableTest {

    private static final int COLUMNS_OF_FAILURES = 6;

    private final RowTestTable tests = RowTestTable.read();

    static Stream<Path> pages() {
        return RowTestTable.PAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachRowHasATest(Path page) {
        assertThat(RowTestTable.rowsOf(page))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(tests.of(page, row))
                        .as("the test of this row of %s, in docs/developers/testing.md", page)
                        .isPresent());
    }

    /** The last row of the table of failures: how many rows there are, and the sum of each column. */
    @Test
    void theTotalOfFailuresIsTheSumOfTheRows() {
        List<String[]> rows = RowTestTable.rowsOf(Path.of("docs/developers/failure-model.md")).stream()
                .map(row -> row.replace("*", "").split(" *[|] *"))
                .filter(cells -> cells.length == COLUMNS_OF_FAILURES)
                .toList();
        List<String[]> counted =
                rows.stream().filter(cells -> !cells[0].startsWith("all ")).toList();
        String[] total = rows.stream()
                .filter(cells -> cells[0].startsWith("all "))
                .findFirst()
                .orElseThrow();

        assertThat(total[0]).isEqualTo("all " + counted.size() + " rows");
        for (int column = 2; column < COLUMNS_OF_FAILURES; column++) {
            int at = column;
            assertThat(total[column])
                    .isEqualTo(""
                            + counted.stream()
                                    .mapToInt(cells -> Integer.parseInt(cells[at]))
                                    .sum());
        }
    }

    @Test
    void eachTestIsThere() {
        assertThat(tests.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(TestNames.existing()).contains(line.test()));
    }

    @Test
    void eachLineOfTheThreatModelIsShortAndNamesATest() {
        assertThat(RowTestTable.rowsOf(Path.of("docs/auditors/threat-model.md")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    String[] cells = row.split(" *[|] *");
                    assertThat(cells)
                            .hasSize(4)
                            .allSatisfy(cell -> assertThat(cell).hasSizeBetween(1, 120));
                    assertThat(cells[3]).matches("`\\w+(Test|IT)`");
                });
    }

    @Test
    void eachLineMeansARow() {
        assertThat(RowTestTable.PAGES.stream()
                        .flatMap(page ->
                                RowTestTable.rowsOf(page).stream().flatMap(row -> tests.of(page, row).stream())))
                .containsAll(tests.lines());
    }
}
