package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Notifies listeners, such as the metrics, of runs that end on this node. */
@Component
public class RunEndNotifier {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @FunctionalInterface
    public interface Listener {
        /** @param took how long the run took on this node; zero for a missed run */
        void ended(RunKey key, RunOutcome outcome, Duration took);
    }

    /** Adds a listener for the lifetime of the program. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    void notifyListeners(RunKey key, RunOutcome outcome, Duration took) {
        listeners.forEach(listener -> listener.ended(key, outcome, took));
    }
}
