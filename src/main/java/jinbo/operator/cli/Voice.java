package jinbo.operator.cli;

import java.nio.file.Path;
import jinbo.platform.home.StartListener;

/** Tells answers and failures in the form and language that were asked for. */
record Voice(Terminal terminal, Texts texts, OutputForm form) {

    void tell(Object result) {
        if (form == OutputForm.JSON) {
            terminal.out().print(JsonAnswers.write(result));
        } else {
            new ResultRenderer(new Page(texts, terminal.out(), terminal.screen())).tell(result);
        }
        terminal.flush();
    }

    void tell(Failure failure) {
        if (form == OutputForm.JSON) {
            terminal.err().print(JsonAnswers.write(failure));
        } else {
            failure.tell(new Page(texts, terminal.err(), terminal.screen()));
        }
        terminal.flush();
    }

    /** Tells people what a start does, step by step; programs hear of its end. */
    StartListener ofStart(Path home) {
        if (form == OutputForm.JSON) {
            return StartListener.NOBODY;
        }
        Page page = new Page(texts, terminal.err());
        return step -> {
            page.say("start." + step, home.toString());
            terminal.flush();
        };
    }

    /** Whether a person sees how far the work has come. */
    boolean isWatched() {
        return form == OutputForm.TEXT && terminal.screen() != Screen.NONE;
    }

    ShowProgress progress() {
        return new ShowProgress(terminal.err());
    }
}
