package jinbo.platform.home;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.recovery.ResilientOutputStreamBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import jinbo.platform.files.OwnerOnlyPermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Spring Boot's own log, whose file, and the home around it, are closed to all but their owner; where it cannot be written that is
 * said once. Logging begins before
 * the home is made, and Logback makes folders and files as the umask has it.
 */
public final class HomeLoggingSystem extends LogbackLoggingSystem {

    private HomeLoggingSystem(ClassLoader classes) {
        super(classes);
    }

    /** Brings it into each program; Spring Boot finds it in {@code spring.factories}. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public static final class Factory implements LoggingSystemFactory {

        @Override
        public LoggingSystem getLoggingSystem(ClassLoader classes) {
            return new HomeLoggingSystem(classes);
        }
    }

    @Override
    protected void loadDefaults(LoggingInitializationContext start, @Nullable LogFile file) {
        if (file != null) {
            closed(Path.of(file.toString()));
        }
        super.loadDefaults(start, file);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogFailureListener.replaceListeners(context);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (file != null && root.getAppender("FILE") instanceof RollingFileAppender<ILoggingEvent> open) {
            root.detachAppender(open);
            root.addAppender(new ClosedFile().inPlaceOf(open));
        }
    }

    private static void closed(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            OwnerOnlyPermissions.createFolder(Objects.requireNonNull(absolute.getParent()));
            OwnerOnlyPermissions.openOrCreate(absolute).close();
            OwnerOnlyPermissions.close(absolute);
        } catch (IOException e) {
            // Logback says why it cannot write there, and the program goes on without a log
            return;
        }
    }

    /** Each file is made closed, also those that come after the first. */
    private static final class ClosedFile extends RollingFileAppender<ILoggingEvent> {

        ClosedFile inPlaceOf(RollingFileAppender<ILoggingEvent> open) {
            setContext(open.getContext());
            setName(open.getName());
            setEncoder(open.getEncoder());
            open.getCopyOfAttachedFiltersList().forEach(this::addFilter);
            setFile(open.rawFileProperty());
            RollingPolicyBase policy = (RollingPolicyBase) open.getRollingPolicy();
            open.stop();
            policy.setParent(this);
            policy.start();
            setRollingPolicy(policy);
            start();
            return this;
        }

        @Override
        public void openFile(String name) throws IOException {
            closed(Path.of(name));
            super.openFile(name);
        }
    }

    /**
     * Says once that the log cannot be written. On a full disk Logback takes each line that fits into its buffer for a
     * recovery, and so Spring Boot's listener prints a stack trace for each line, between which nobody finds the answer
     * of the command.
     */
    static final class LogFailureListener implements StatusListener {

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
                        .orElse("unknown cause");
                err.println("The log cannot be written, and lines are lost until then: " + status.getMessage() + ", "
                        + why + ". This message appears once. 日志无法写入，恢复之前的日志会丢失；此提示只显示一次。");
            }
        }

        private synchronized boolean isNew() {
            long now = nanoTime.getAsLong();
            boolean isNew =
                    last.filter(before -> now - before < QUIET.toNanos()).isEmpty();
            last = Optional.of(now);
            return isNew;
        }
    }
}
