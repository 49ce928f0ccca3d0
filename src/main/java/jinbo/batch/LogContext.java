package jinbo.batch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What lines of the log are about: fields of each line, where lines are JSON. */
public final class LogContext {

    private LogContext() {}

    public enum Field {
        /** The number of a run that the schedule has begun. */
        RUN,
        JOB,
        INSURER,
        /** The number of an inbound file. */
        FILE,
        /** The number of an execution of Batch. */
        EXECUTION;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Does work whose lines are about this one, in this thread and in those that work for it. */
    public static <T> T about(Field field, Object which, Supplier<T> work) {
        Optional<String> before = Optional.ofNullable(MDC.get(field.key()));
        MDC.put(field.key(), which.toString());
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(value -> MDC.put(field.key(), value), () -> MDC.remove(field.key()));
        }
    }

    /** What this thread's lines are about, for those that work for it. */
    static Map<String, String> ofThisThread() {
        return Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of);
    }

    static void takeOver(Map<String, String> context) {
        MDC.setContextMap(context);
    }
}
