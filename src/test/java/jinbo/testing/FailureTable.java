package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tests of this run have broken on purpose and what became of it: {@code target/failure-table.md}, the table that
 * {@code docs/developers/failure-model.md} shows.
 */
public final class FailureTable {

    private static final MarkdownTable TABLE = new MarkdownTable(
            "failure-table",
            "| where | fault | restarts | lost | doubled | half-visible |\n"
                    + "| --- | --- | ---: | ---: | ---: | ---: |\n");

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
    public static void row(String where, String fault, int restarts, long lost, long doubled, long halfVisible) {
        TABLE.write(
                "| " + where + " | " + fault + " |",
                " " + restarts + " | " + lost + " | " + doubled + " | " + halfVisible + " |");
        assertThat(new long[] {lost, doubled, halfVisible})
                .as("lost, doubled, half-visible after: " + where + ", " + fault)
                .containsOnly(0);
    }
}
