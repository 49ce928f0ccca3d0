package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.recovery.ResilientFileOutputStream;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.WarnStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jinbo.platform.home.HomeLoggingSystem.LogFailureListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFailureListenerTest {

    private final List<Status> others = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();
    private final LoggerContext context = new LoggerContext();

    @TempDir
    private Path folder;

    @Test
    void oneLineIsSaidOfManyThatAreLost() throws IOException {
        context.getStatusManager()
                .add(new LogFailureListener(others::add, new PrintStream(err, true, StandardCharsets.UTF_8), now::get));

        for (int line = 0; line < 500; line++) {
            fail();
        }

        assertThat(told()).hasLineCount(1).contains("jinbo.log", "No space left on device", "日志无法写入");
        assertThat(others).isEmpty();

        now.addAndGet(LogFailureListener.QUIET.toNanos() + 1);
        fail();
        assertThat(told()).hasLineCount(2);
    }

    @Test
    void whatElseLogbackSaysIsHeard() {
        context.getStatusManager().add(others::add);
        LogFailureListener.replaceListeners(context);

        context.getStatusManager().add(new WarnStatus("another matter", this));

        assertThat(others).extracting(Status::getMessage).containsExactly("another matter");
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** As Logback says it of each line on a full disk: each line that fits into the buffer looks to it like a recovery. */
    private void fail() throws IOException {
        Path log = folder.resolve("jinbo.log");
        try (ResilientFileOutputStream file = new ResilientFileOutputStream(log.toFile(), true, 8192)) {
            file.setContext(context);
            file.postIOFailure(new IOException("No space left on device"));
        }
    }
}
