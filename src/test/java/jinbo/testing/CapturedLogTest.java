package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated
class CapturedLogTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @Test
    void capturesWhatTheProgramLogsOutsideOfTests() {
        CapturedLog log = new CapturedLog();
        try (log) {
            LoggerFactory.getLogger("jinbo.any").info("during");
        }
        LoggerFactory.getLogger("jinbo.any").error("after");

        assertThat(log.linesOf("jinbo.any")).containsExactly("during");
        assertThat(ROOT.isInfoEnabled()).isFalse();
    }

    @Test
    void failsIfItsAppenderWasRemoved() {
        CapturedLog log = new CapturedLog();
        reset();

        assertThatThrownBy(log::lines).isInstanceOf(AssertionError.class);
        assertThatThrownBy(log::close).isInstanceOf(AssertionError.class);
    }

    private static void reset() {
        List<Appender<ILoggingEvent>> attached = new ArrayList<>();
        ROOT.iteratorForAppenders().forEachRemaining(attached::add);
        attached.stream().filter(ListAppender.class::isInstance).forEach(ROOT::detachAppender);
    }
}
