package jinbo.batch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** The context of log lines: values that JSON logs have as fields of each line. */
public final class LogContext {

    private LogContext() {}

    public enum Field {
        /** Number of a scheduled run. */
        RUN,
        JOB,
        INSURER,
        /** Number of an inbound file. */
        FILE,
        /** Number of a Spring Batch execution. */
        EXECUTION;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Runs work whose log lines have a field, in this thread and in those that take its context by {@link #set}. */
    public static <T> T with(Field field, Object which, Supplier<T> work) {
        Optional<String> before = Optional.ofNullable(MDC.get(field.key()));
        MDC.put(field.key(), which.toString());
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(value -> MDC.put(field.key(), value), () -> MDC.remove(field.key()));
        }
    }

    /** Returns the work for another thread, which then has the context of this one. */
    public static <T> Callable<T> carry(Callable<T> work) {
        Map<String, String> context = current();
        return () -> {
            set(context);
            return work.call();
        };
    }

    static Map<String, String> current() {
        return Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of);
    }

    static void set(Map<String, String> context) {
        MDC.setContextMap(context);
    }
}
