package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Tells whoever counts them of the runs that end on this node. */
@Component
public class RunEndNotifier {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @FunctionalInterface
    public interface Listener {
        /** @param took how long it ran on this node; none for one that was left out */
        void ended(RunKey key, RunOutcome outcome, Duration took);
    }

    /** Adds a listener, for as long as the program runs. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    void notifyListeners(RunKey key, RunOutcome outcome, Duration took) {
        listeners.forEach(listener -> listener.ended(key, outcome, took));
    }
}
