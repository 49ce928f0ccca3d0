package jinbo.batch.publish;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import org.springframework.stereotype.Component;

/** Shares a snapshot among lists that the deliver step seals. No server is contacted while it is open. */
@Component
class CatchUpSnapshots {

    private final OpenPublications publications;
    private final Map<PublishOptions, Shared> views = new ConcurrentHashMap<>();

    CatchUpSnapshots(OpenPublications publications) {
        this.publications = publications;
    }

    /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the last day of use */
    <T> T seal(PublishOptions options, Function<OpenPublication, T> sealing) {
        Shared view = views.compute(options, (same, known) -> {
            Shared shared = Optional.ofNullable(known).orElseGet(Shared::new);
            shared.waiting.incrementAndGet();
            return shared;
        });
        view.turn.lock();
        try {
            return sealing.apply(view.open(() -> publications.begin(options)));
        } finally {
            try {
                views.computeIfPresent(options, (same, known) -> known.waiting.decrementAndGet() == 0 ? null : known);
                if (view.waiting.get() == 0) {
                    view.close(publications);
                }
            } finally {
                view.turn.unlock();
            }
        }
    }

    private static final class Shared {

        private final Lock turn = new ReentrantLock();
        private final AtomicInteger waiting = new AtomicInteger();
        private Optional<OpenPublication> open = Optional.empty();

        OpenPublication open(Supplier<OpenPublication> begin) {
            OpenPublication view = open.orElseGet(begin);
            open = Optional.of(view);
            return view;
        }

        void close(OpenPublications publications) {
            Optional<OpenPublication> last = open;
            open = Optional.empty();
            last.ifPresent(publications::end);
        }
    }
}
