package jinbo.operator.cli;

import java.nio.file.Path;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.JsonAnswers;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Screen;
import jinbo.operator.answer.Texts;
import jinbo.operator.cli.GlobalOptions.OutputForm;
import jinbo.platform.home.StartListener;

/** Writes results and failures of commands to the terminal, as text or JSON. */
record AnswerWriter(Terminal terminal, Texts texts, OutputForm form) {

    void write(Object result) {
        if (form == OutputForm.JSON) {
            terminal.out().print(JsonAnswers.write(result));
        } else {
            new ResultRenderer(new Page(texts, terminal.out(), terminal.screen())).render(result);
        }
        terminal.flush();
    }

    void write(Failure failure) {
        if (form == OutputForm.JSON) {
            terminal.err().print(JsonAnswers.write(failure));
        } else {
            failure.writeTo(new Page(texts, terminal.err(), terminal.screen()));
        }
        terminal.flush();
    }

    /** Returns a listener that prints each step of a start, unless the output is JSON. */
    StartListener startListener(Path home) {
        if (form == OutputForm.JSON) {
            return StartListener.NOBODY;
        }
        Page page = new Page(texts, terminal.err());
        return step -> {
            page.say("start." + step, home.toString());
            terminal.flush();
        };
    }

    /** True if progress can be shown on a terminal. */
    boolean isWatched() {
        return form == OutputForm.TEXT && terminal.screen() != Screen.NONE;
    }
}
