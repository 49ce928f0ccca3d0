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

/** Spring Boot's logging, but only the owner can access Logback's files, which are created before the home. */
public final class HomeLoggingSystem extends LogbackLoggingSystem {

    private HomeLoggingSystem(ClassLoader classes) {
        super(classes);
    }

    /** Registered in {@code spring.factories}. */
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
            createForOwner(Path.of(file.toString()));
        }
        super.loadDefaults(start, file);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogFailureListener.replaceListeners(context);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (file != null && root.getAppender("FILE") instanceof RollingFileAppender<ILoggingEvent> open) {
            root.detachAppender(open);
            root.addAppender(new OwnerOnlyAppender().replacing(open));
        }
    }

    private static void createForOwner(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            OwnerOnlyPermissions.createFolder(Objects.requireNonNull(absolute.getParent()));
            OwnerOnlyPermissions.openOrCreate(absolute).close();
            OwnerOnlyPermissions.close(absolute);
        } catch (IOException e) {
            // Logback reports the problem, and the program continues without a log.
            return;
        }
    }

    /** Creates each log file accessible to the owner only, also after a rollover. */
    private static final class OwnerOnlyAppender extends RollingFileAppender<ILoggingEvent> {

        OwnerOnlyAppender replacing(RollingFileAppender<ILoggingEvent> open) {
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
            createForOwner(Path.of(name));
            super.openFile(name);
        }
    }

    /** Reports a write failure once, because Spring Boot would print a stack trace for each line on a full disk. */
    static final class LogFailureListener implements StatusListener {

        /** A failure after this time is reported again. */
        static final Duration QUIET = Duration.ofHours(1);

        private final StatusListener others;
        private final PrintStream err;
        private final LongSupplier nanoTime;
        private Optional<Long> last = Optional.empty();

        /** @param others receives all events except write failures */
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
