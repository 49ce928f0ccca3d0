package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    private final Path file =
            Path.of("target", "written-table-" + ProcessHandle.current().pid() + ".md");
    private final MarkdownTable table =
            MarkdownTable.ofExpectations(file.getFileName().toString().replace(".md", ""), "attack");

    @AfterEach
    void delete() throws Exception {
        Files.deleteIfExists(file);
    }

    @Test
    void rowsAreSortedAndALaterOneOfTheSameNameTakesThePlaceOfTheEarlier() throws Exception {
        table.row("trailing data", "ENVELOPE_INVALID", "ENVELOPE_INVALID");
        table.row("bomb", "TOO_LARGE", "TOO_LARGE");
        table.row("trailing data", "OPENED", "OPENED");

        assertThat(Files.readString(file))
                .startsWith("| attack | expected | seen |\n| --- | --- | --- |\n"
                        + "| bomb | TOO_LARGE | TOO_LARGE |\n| trailing data | OPENED | OPENED |\n\n<!-- run ");
    }

    @Test
    void whatDiffersIsWrittenAndFailsTheTest() throws Exception {
        assertThatThrownBy(() -> table.row("bomb", "TOO_LARGE", "OPENED")).isInstanceOf(AssertionError.class);

        assertThat(Files.readString(file)).contains("| bomb | TOO_LARGE | OPENED |");
    }

    @Test
    void rowsOfAnEarlierRunGiveWay() throws Exception {
        Files.writeString(
                file, "| attack | expected | seen |\n| --- | --- | --- |\n| old | A | A |\n\n<!-- run of yore -->\n");

        table.row("bomb", "TOO_LARGE", "TOO_LARGE");

        assertThat(Files.readString(file)).doesNotContain("old");
    }
}
