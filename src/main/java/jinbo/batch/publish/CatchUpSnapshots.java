package jinbo.batch.publish;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Views of the registry for lists that are sealed while a run delivers others. One list is sealed at a time. Insurers whose turn has not
 * come yet share the view, which is closed when nobody waits for it any more; while it is open no server is waited for.
 */
final class CatchUpSnapshots {

    private final OpenPublications publications;
    private final PublishOptions order;
    private final Lock turn = new ReentrantLock();
    private final AtomicInteger waiting = new AtomicInteger();
    private Optional<OpenPublication> open = Optional.empty();

    CatchUpSnapshots(OpenPublications publications, PublishOptions order) {
        this.publications = publications;
        this.order = order;
    }

    /**
     * Seals from a view, after those that came before.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the lists' last day of use
     */
    <T> T seal(Function<OpenPublication, T> sealing) {
        waiting.incrementAndGet();
        turn.lock();
        try {
            OpenPublication view = open.orElseGet(() -> publications.begin(order));
            open = Optional.of(view);
            return sealing.apply(view);
        } finally {
            try {
                if (waiting.decrementAndGet() == 0) {
                    close();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void close() {
        Optional<OpenPublication> last = open;
        open = Optional.empty();
        last.ifPresent(publications::end);
    }
}
