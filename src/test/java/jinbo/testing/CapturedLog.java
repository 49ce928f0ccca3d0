package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Captures the log from INFO, the level of the program, until it is closed; it can still be read then. */
public final class CapturedLog implements AutoCloseable {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private boolean isClosed;

    /** Begins, after the programs under test have started: their start removes what captures the log. */
    public CapturedLog() {
        events.start();
        root.addAppender(events);
        root.setLevel(Level.INFO);
    }

    /** Messages so far, with those of exceptions and of their causes. */
    public List<String> lines() {
        return linesOf("");
    }

    /** The same of the loggers whose names begin so. */
    public List<String> linesOf(String logger) {
        if (!isClosed) {
            requireAttached();
        }
        // as the appender itself does, to which other threads write
        synchronized (events) {
            return events.list.stream()
                    .filter(event -> event.getLoggerName().startsWith(logger))
                    .map(CapturedLog::line)
                    .toList();
        }
    }

    private void requireAttached() {
        assertThat(root.isAttached(events))
                .as("nothing has reset the log since its capture began")
                .isTrue();
    }

    private static String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append('\n').append(cause.getClassName()).append(": ").append(cause.getMessage());
        }
        return line.toString();
    }

    @Override
    public void close() {
        root.setLevel(level);
        requireAttached();
        isClosed = true;
        root.detachAppender(events);
    }
}
