package jinbo.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged from now on until it is closed; it can still be read then. */
public final class CapturedLog implements AutoCloseable {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    /** Begins. */
    public CapturedLog() {
        events.start();
        root.addAppender(events);
    }

    /** What was logged so far: messages, with those of exceptions and of their causes. */
    public List<String> lines() {
        return linesOf("");
    }

    /** The same of the loggers whose names begin so. */
    public List<String> linesOf(String logger) {
        // as the appender itself does, to which other threads write
        synchronized (events) {
            return events.list.stream()
                    .filter(event -> event.getLoggerName().startsWith(logger))
                    .map(CapturedLog::line)
                    .toList();
        }
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
        root.detachAppender(events);
    }
}
