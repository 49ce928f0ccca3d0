package jinbo.consumer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Caches a value for one second, because half of the data on the portal's pages is the same for every visitor. */
public final class CachedSupplier<A> {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<A> supplier;
    private volatile Optional<Known<A>> last = Optional.empty();

    public CachedSupplier(Supplier<A> supplier) {
        this.supplier = supplier;
    }

    private record Known<A>(A answer, long at) {}

    public A get() {
        long now = System.nanoTime();
        Optional<Known<A>> known = last.filter(one -> now - one.at() < FRESH_NANOS);
        if (known.isPresent()) {
            return known.get().answer();
        }
        A answer = supplier.get();
        last = Optional.of(new Known<>(answer, now));
        return answer;
    }
}
