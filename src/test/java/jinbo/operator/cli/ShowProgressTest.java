package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ShowProgressTest {

    private static final String UPLOAD = "complaints-YUNHE-20260930-001.csv.pgp";
    private static final String LINE_START = "\r\u001B[K";

    private long nanoseconds;
    private final StringWriter terminal = new StringWriter();
    private final ShowProgress progress = new ShowProgress(new PrintWriter(terminal), () -> nanoseconds);

    @Test
    void oneLineIsRewrittenAndTakenAwayAtTheEnd() {
        progress.at(UPLOAD, 1 << 20, 4 << 20);
        progress.at(UPLOAD, 1 << 20, 4 << 20);
        progress.at(UPLOAD, 2 << 20, 4 << 20);
        progress.clear();
        progress.clear();

        assertThat(terminal)
                .hasToString(LINE_START + "[##--------]  25 %  " + UPLOAD + LINE_START + "[#####-----]  50 %  " + UPLOAD
                        + LINE_START);
    }

    @Test
    void withoutATotalTheBytesSoFarAreShown() {
        progress.at("blocklist-YUNHE-00000001-full.csv.pgp", 3 << 20, 0);

        assertThat(terminal).hasToString(LINE_START + "3,145,728  blocklist-YUNHE-00000001-full.csv.pgp");
    }

    @Test
    void aFileThatGrewIsNeverMoreThanWhole() {
        progress.at(UPLOAD, 5 << 20, 4 << 20);

        assertThat(terminal.toString()).contains("[##########] 100 %");
    }

    @Test
    void afterASecondTheRateIsShown() {
        progress.at(UPLOAD, 1_000_000, 4_000_000);
        nanoseconds = 2_500_000_000L;
        progress.at(UPLOAD, 3_000_000, 4_000_000);

        assertThat(terminal.toString()).endsWith("[#######---]  75 %  1,000,000/s  " + UPLOAD);
    }

    @Test
    void noLineIsLongerThanATerminalIsWide() {
        progress.at("n".repeat(200), 1, 0);

        assertThat(terminal.toString()).hasSize(LINE_START.length() + 79);
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
