package jinbo.operator.cli;

import java.io.PrintWriter;
import jinbo.batch.Progress;

/** Rewrites one line of the terminal with what is worked on and how far it is. */
final class ShowProgress implements Progress.Watcher {

    private static final String LINE_START = "\r\u001B[K";
    private static final long PERCENT = 100;

    private final PrintWriter terminal;
    private String shown = "";

    ShowProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(String what, long done, long total) {
        String line = Page.plain(what) + "  "
                + (total > 0 ? Math.min(PERCENT, PERCENT * done / total) + " %" : String.format("%,d", done));
        if (!line.equals(shown)) {
            terminal.print(LINE_START + line);
            terminal.flush();
            shown = line;
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (!shown.isEmpty()) {
            terminal.print(LINE_START);
            terminal.flush();
            shown = "";
        }
    }
}
