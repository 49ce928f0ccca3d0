package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ShowProgressTest {

    private static final String UPLOAD = "complaints-YUNHE-20260930-001.csv.pgp";
    private static final String LINE_START = "\r\u001B[K";

    private final StringWriter terminal = new StringWriter();
    private final ShowProgress progress = new ShowProgress(new PrintWriter(terminal));

    @Test
    void oneLineIsRewrittenAndTakenAwayAtTheEnd() {
        progress.at(UPLOAD, 1 << 20, 4 << 20);
        progress.at(UPLOAD, 1 << 20, 4 << 20);
        progress.at(UPLOAD, 2 << 20, 4 << 20);
        progress.clear();
        progress.clear();

        assertThat(terminal).hasToString(LINE_START + UPLOAD + "  25 %" + LINE_START + UPLOAD + "  50 %" + LINE_START);
    }

    @Test
    void withoutATotalTheBytesSoFarAreShown() {
        progress.at("blocklist-YUNHE-00000001-full.csv.pgp", 3 << 20, 0);

        assertThat(terminal).hasToString(LINE_START + "blocklist-YUNHE-00000001-full.csv.pgp  3,145,728");
    }

    @Test
    void aFileThatGrewIsNeverMoreThanWhole() {
        progress.at(UPLOAD, 5 << 20, 4 << 20);

        assertThat(terminal.toString()).endsWith("100 %");
    }

    @Test
    void whereNothingWasShownNothingIsTakenAway() {
        progress.clear();

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void aNameThatWouldSteerTheTerminalIsShownHarmless() {
        progress.at("\u001B[2J", 1, 0);

        assertThat(terminal.toString().substring(LINE_START.length())).doesNotContain("\u001B");
    }
}
