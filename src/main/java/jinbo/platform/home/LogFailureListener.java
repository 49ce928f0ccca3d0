package jinbo.platform.home;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.recovery.ResilientOutputStreamBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Says once that the log cannot be written. On a full disk Logback takes each line that fits into its buffer for a recovery, and so
 * Spring Boot's listener prints a stack trace for each line, between which nobody finds the answer of the command.
 */
final class LogFailureListener implements StatusListener {

    /** After so long without a failure the next one is another one. */
    static final Duration QUIET = Duration.ofHours(1);

    private final StatusListener others;
    private final PrintStream err;
    private final LongSupplier nanoTime;
    private Optional<Long> last = Optional.empty();

    /** @param others hears of all but failures to write */
    LogFailureListener(StatusListener others, PrintStream err, LongSupplier nanoTime) {
        this.others = others;
        this.err = err;
        this.nanoTime = nanoTime;
    }

    static void replaceListeners(LoggerContext context) {
        StatusManager statuses = context.getStatusManager();
        for (StatusListener listener : statuses.getCopyOfStatusListenerList()) {
            statuses.remove(listener);
            statuses.add(new LogFailureListener(listener, System.err, System::nanoTime));
        }
    }

    @Override
    public void addStatusEvent(Status status) {
        if (!(status.getOrigin() instanceof ResilientOutputStreamBase)) {
            others.addStatusEvent(status);
        } else if (status.getLevel() == Status.ERROR && isNew()) {
            String why = Optional.ofNullable(status.getThrowable())
                    .map(Throwable::getMessage)
                    .orElse("no reason is known");
            err.println("The log cannot be written, and lines are lost until it can: " + status.getMessage() + ", "
                    + why + ". This is said once. 日志无法写入，恢复之前的记录会丢失；此提示只显示一次。");
        }
    }

    private synchronized boolean isNew() {
        long now = nanoTime.getAsLong();
        boolean isNew = last.filter(before -> now - before < QUIET.toNanos()).isEmpty();
        last = Optional.of(now);
        return isNew;
    }
}
