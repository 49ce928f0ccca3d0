package jinbo.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** How much the threads that answer HTTP requests write into the program's log, stack traces too, until it is closed. */
public final class LogVolume implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final Counting counting = new Counting();

    /** Begins; the program logs as much as it does outside of tests. */
    public LogVolume() {
        counting.setContext(root.getLoggerContext());
        counting.layout.setContext(root.getLoggerContext());
        counting.layout.setPattern("%d %5p %t %-40.40logger{39} : %m%n%ex");
        counting.layout.start();
        counting.start();
        root.setLevel(Level.INFO);
        root.addAppender(counting);
    }

    /** What was written since the last call. */
    public String take() {
        return counting.take();
    }

    @Override
    public void close() {
        root.detachAppender(counting);
        root.setLevel(level);
    }

    private static final class Counting extends AppenderBase<ILoggingEvent> {

        private final PatternLayout layout = new PatternLayout();
        private final StringBuffer written = new StringBuffer();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().contains("-nio-")) {
                written.append(layout.doLayout(event));
            }
        }

        private String take() {
            synchronized (written) {
                String all = written.toString();
                written.setLength(0);
                return all;
            }
        }
    }

    /** The size of what was written, in bytes. */
    public static int bytes(String written) {
        return written.getBytes(StandardCharsets.UTF_8).length;
    }
}
