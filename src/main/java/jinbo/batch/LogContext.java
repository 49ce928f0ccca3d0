package jinbo.batch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** The context of log lines: fields of each line in JSON logs. */
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

    /** Runs work whose log lines carry a field, in this thread and in those that {@link #takeOver} its context. */
    public static <T> T about(Field field, Object which, Supplier<T> work) {
        Optional<String> before = Optional.ofNullable(MDC.get(field.key()));
        MDC.put(field.key(), which.toString());
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(value -> MDC.put(field.key(), value), () -> MDC.remove(field.key()));
        }
    }

    static Map<String, String> ofThisThread() {
        return Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of);
    }

    static void takeOver(Map<String, String> context) {
        MDC.setContextMap(context);
    }
}
