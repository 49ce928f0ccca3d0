package jinbo.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumbersGate;
import jinbo.insurer.Insurer;

/**
 * What has changed in the registry since earlier moments, read under an access of its own and shown to those who have announced theirs:
 * once for all insurers that know the same moment, as long as memory is to hold it; else for each of them.
 */
public final class RegistryChanges {

    private final NumbersGate gate;
    private final Reader reader;
    private final Moment now;
    private final int most;
    private final Map<Moment, Optional<List<TouchedNumber>>> kept = new HashMap<>();
    private int keptNumbers;

    /** @param most how many numbers are kept */
    RegistryChanges(NumbersGate gate, Reader reader, Moment now, int most) {
        this.gate = gate;
        this.reader = reader;
        this.now = now;
        this.most = most;
    }

    /** Reads touched numbers. */
    @FunctionalInterface
    interface Reader {
        /** Shows those of a span, in order. */
        void read(Span span, Consumer<TouchedNumber> consumer);
    }

    /**
     * Tells what has changed for an insurer since an earlier moment, in order of the numbers; in time proportional to the
     * acts since then, not to the registry.
     *
     * @param permit the access that was announced to tell this insurer
     * @param before a moment of this registry
     * @return how many numbers have changed
     * @throws RegistryReadException if the database fails
     */
    public long since(AccessPermit permit, Insurer insurer, Moment before, Consumer<BlockChange> consumer) {
        gate.requireAnnounced(permit);
        Span span = new Span(before, now);
        long[] changed = {0};
        Consumer<TouchedNumber> tell = number -> number.changeFor(insurer, span).ifPresent(change -> {
            consumer.accept(change);
            changed[0]++;
        });
        kept(span).ifPresentOrElse(numbers -> numbers.forEach(tell), () -> reader.read(span, tell));
        return changed[0];
    }

    private synchronized Optional<List<TouchedNumber>> kept(Span span) {
        return kept.computeIfAbsent(span.before(), before -> {
            BoundedList<TouchedNumber> numbers = new BoundedList<>(most - keptNumbers);
            reader.read(span, numbers);
            keptNumbers += numbers.fitted().map(List::size).orElse(0);
            return numbers.fitted();
        });
    }
}
