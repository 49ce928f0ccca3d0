package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void aChineseCharacterTakesTwoPlaces() {
        Columns columns = new Columns();
        columns.row(List.of("云河人寿", "LIFE"));
        columns.row(List.of("Yunhe", "-"));

        assertThat(columns.lines()).containsExactly("云河人寿  LIFE", "Yunhe     -");
    }

    @Test
    void aNameThatWouldSteerTheTerminalIsShownHarmless() {
        assertThat(Page.plain("Yunhe\u001B[2J\u202Eefil\n")).isEqualTo("Yunhe?[2J?efil?");
    }

    @Test
    void progressRewritesOneLineAndTakesItAwayAtTheEnd() {
        StringWriter terminal = new StringWriter();
        ShowProgress progress = new ShowProgress(new PrintWriter(terminal));

        progress.at("complaints-YUNHE-20260930-001.csv.pgp", 1 << 20, 4 << 20);
        progress.at("complaints-YUNHE-20260930-001.csv.pgp", 1 << 20, 4 << 20);
        progress.clear();
        progress.clear();

        assertThat(terminal).hasToString("\r\u001B[Kcomplaints-YUNHE-20260930-001.csv.pgp  25 %\r\u001B[K");
    }
}
