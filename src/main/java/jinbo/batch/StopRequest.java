package jinbo.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the program was told to end: jobs ask between two files or lists, finish the one that they are at, and leave the
 * rest to the next run.
 */
@Component
public class StopRequest {

    /** What a run says of the work that it left. */
    public static final String STOPPED = "stopped, because the program was asked to stop; run again to continue";

    private final Duration within;
    private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    StopRequest(@Value("${jinbo.stop-within:20s}") Duration within) {
        this.within = within;
    }

    /** How long the jobs have to come to an end, before they are cut off. */
    public Duration within() {
        return within;
    }

    /** Tells the jobs to come to an end; not to be taken back. */
    public void request() {
        requested = true;
        wakers.forEach(Runnable::run);
    }

    public boolean isRequested() {
        return requested;
    }

    /** Has something done at the request, or now if it was made already: for what waits. */
    public void whenRequested(Runnable waker) {
        wakers.add(waker);
        if (requested) {
            waker.run();
        }
    }
}
