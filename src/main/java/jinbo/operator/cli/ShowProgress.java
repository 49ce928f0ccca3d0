package jinbo.operator.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jinbo.batch.Progress;
import jinbo.operator.answer.Page;

/** Shows progress in one line of the terminal: percentage, rate and subject of the work. */
final class ShowProgress implements Progress.Watcher {

    private static final String LINE_START = "\r\u001B[K";
    private static final long PERCENT = 100;
    private static final int BAR = 10;
    /** The longest line. If a line wrapped, only its last part could be rewritten. */
    private static final int WIDTH = 79;

    private final PrintWriter terminal;
    private final LongSupplier nanoseconds;
    private final Map<String, Start> starts = new HashMap<>();
    private String shown = "";

    private record Start(long nanoseconds, long done) {}

    ShowProgress(PrintWriter terminal) {
        this(terminal, System::nanoTime);
    }

    ShowProgress(PrintWriter terminal, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public synchronized void at(String what, long done, long total) {
        String line = (total > 0 ? bar(Math.min(PERCENT, PERCENT * done / total)) : Page.count(done))
                + rate(starts.computeIfAbsent(what, any -> new Start(nanoseconds.getAsLong(), done)), done) + "  "
                + Page.plain(what);
        line = line.substring(0, Math.min(WIDTH, line.length()));
        if (!line.equals(shown)) {
            terminal.print(LINE_START + line);
            terminal.flush();
            shown = line;
        }
    }

    synchronized void clear() {
        if (!shown.isEmpty()) {
            terminal.print(LINE_START);
            terminal.flush();
            shown = "";
        }
    }

    private static String bar(long percent) {
        int full = (int) (percent * BAR / PERCENT);
        return String.format(Locale.ROOT, "[%s%s] %3d %%", "#".repeat(full), "-".repeat(BAR - full), percent);
    }

    private String rate(Start start, long done) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoseconds.getAsLong() - start.nanoseconds);
        return seconds == 0 ? "" : "  " + Page.count((done - start.done) / seconds) + "/s";
    }
}
