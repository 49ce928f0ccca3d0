package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import jinbo.batch.Remark;
import jinbo.exchange.keys.Prompt;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Screen;
import jinbo.operator.answer.Texts;
import jinbo.operator.cli.GlobalOptions.OutputForm;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.CommandOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours on a terminal, and none in a pipe, or where they are not wanted. */
class ScreenTest {

    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[31m";
    private static final String YELLOW = "\u001B[33m";

    private static final Screen TERMINAL = Screen.of(true, Map.of("TERM", "xterm", "NO_COLOR", ""));
    private static final Screen PIPE = Screen.of(false, Map.of("TERM", "xterm"));
    private static final Screen NO_COLOR = Screen.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1"));
    private static final Screen DUMB = Screen.of(true, Map.of("TERM", "dumb"));

    /** Named after one that has a title. */
    record RecoverySettled(long recovery, boolean settled, List<Remark> left, List<Upload> gaps) {}

    record Upload(String insurer, String status) {}

    record Listed(List<Upload> uploads) {}

    @Test
    void onATerminalComplaintsAreRedAndHeadingsBold() {
        assertThat(type(TERMINAL, "rum").err()).startsWith(RED + "Unknown command \"rum\".");
        assertThat(type(TERMINAL, "run", "--help").out()).contains(BOLD + "Usage:", BOLD + "\nOptions:");
        assertThat(type(TERMINAL, "partner", "status", "--partner", "none").err())
                .startsWith(RED);
    }

    @Test
    void onATerminalTitlesAreBoldAndWhatNeedsAPersonYellow() {
        assertThat(told(TERMINAL))
                .contains(YELLOW + "Not done")
                .contains(BOLD + "Insurer  Status")
                .contains("YUNHE    " + RED + "REFUSED")
                .doesNotContain(RED + "CLOSED");
    }

    @Test
    void withoutColoursEverythingSaysTheSame() {
        assertThat(told(TERMINAL).replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(told(PIPE))
                .isEqualTo(told(NO_COLOR))
                .isEqualTo(told(DUMB))
                .contains("YUNHE    REFUSED\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rum", "run --help", "partner status --partner none", "run collect"})
    void pipesAndPeopleWhoWantNoneGetNone(String typed) {
        CommandOutput piped = type(PIPE, typed.split(" "));

        assertThat(piped.shown()).isNotEmpty().doesNotContain("\u001B");
        assertThat(type(NO_COLOR, typed.split(" "))).isEqualTo(piped);
        assertThat(type(DUMB, typed.split(" "))).isEqualTo(piped);
    }

    @Test
    void jsonHasNoneOnATerminalEither() {
        assertThat(type(TERMINAL, "partner", "status", "--partner", "none", "--output", "json")
                        .shown())
                .startsWith("{")
                .doesNotContain("\u001B");
    }

    @Test
    void progressIsShownToPeopleAtAScreen() {
        assertThat(isWatched(TERMINAL, OutputForm.TEXT)).isTrue();
        assertThat(isWatched(NO_COLOR, OutputForm.TEXT)).isTrue();
        assertThat(isWatched(TERMINAL, OutputForm.JSON)).isFalse();
        assertThat(isWatched(PIPE, OutputForm.TEXT)).isFalse();
        assertThat(isWatched(DUMB, OutputForm.TEXT)).isFalse();
    }

    private static boolean isWatched(Screen screen, OutputForm form) {
        PrintWriter out = new PrintWriter(new StringWriter());
        return new AnswerWriter(
                        new Terminal(java.io.Reader.nullReader(), out, out, true, Prompt.NONE, screen),
                        Texts.in(Language.EN),
                        form)
                .isWatched();
    }

    private static CommandOutput type(Screen screen, String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("--lang", "en"));
        all.addAll(List.of(words));
        return CommandsInProcess.run(Map.of(), "", Prompt.NONE, screen, all);
    }

    private static String told(Screen screen) {
        StringWriter out = new StringWriter();
        Page page = new Page(Texts.in(Language.EN), new PrintWriter(out), screen);
        new ResultRenderer(page)
                .render(new RecoverySettled(
                        1, true, List.of(new Remark(new InsurerCode("YUNHE"), "CLOSED")), List.of()));
        new ResultRenderer(page).render(new Listed(List.of(new Upload("YUNHE", "REFUSED"))));
        return out.toString();
    }
}
