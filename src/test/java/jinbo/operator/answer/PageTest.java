package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aChineseCharacterTakesTwoPlaces() {
        List<List<String>> rows = List.of(List.of("云河人寿", "LIFE"), List.of("Yunhe", "-"));

        assertThat(Page.PrintedPage.align(rows, cell -> cell)).containsExactly("云河人寿  LIFE", "Yunhe     -");
    }

    @Test
    void replacesControlCharactersInNames() {
        assertThat(Page.plain("Yunhe\u001B[2J\u202Eefil\n")).isEqualTo("Yunhe?[2J?efil?");
    }
}
