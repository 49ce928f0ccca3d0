package jinbo.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The request to stop the program. Jobs check it after each file or list, and leave the rest to the next run. */
@Component
public class StopRequest {

    public static final String STOPPED = "stopped, because the program was asked to stop; run again to continue";

    private final Duration within;
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    StopRequest(@Value("${jinbo.stop-within:20s}") Duration within) {
        this.within = within;
    }

    /** How long jobs have to stop before they are interrupted. */
    public Duration within() {
        return within;
    }

    /** Requests the stop; this cannot be undone. */
    public void request() {
        requested = true;
        actions.forEach(Runnable::run);
    }

    public boolean isRequested() {
        return requested;
    }

    /** Runs an action when the stop is requested, or at once if it already was. */
    public void whenRequested(Runnable action) {
        actions.add(action);
        if (requested) {
            action.run();
        }
    }

    /** Ends a step as {@code STOPPED}: Spring Batch looks at the cause. */
    public static final class StoppedException extends RuntimeException {

        public StoppedException() {
            super(STOPPED, new JobInterruptedException(STOPPED));
        }
    }
}
