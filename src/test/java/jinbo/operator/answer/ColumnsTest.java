package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void aChineseCharacterTakesTwoPlaces() {
        Columns columns = new Columns();
        columns.row(List.of("云河人寿", "LIFE"));
        columns.row(List.of("Yunhe", "-"));

        assertThat(columns.lines(cell -> cell)).containsExactly("云河人寿  LIFE", "Yunhe     -");
    }

    @Test
    void aNameThatWouldSteerTheTerminalIsShownHarmless() {
        assertThat(Page.plain("Yunhe\u001B[2J\u202Eefil\n")).isEqualTo("Yunhe?[2J?efil?");
    }
}
