package jinbo.batch;

import java.util.Optional;
import java.util.function.Supplier;
import jinbo.accesslog.CommitFencing;
import org.springframework.stereotype.Component;

/** Knows under which insurer's lease the current thread works, if any. */
@Component
class CurrentThreadLease implements CommitFencing {

    private final ThreadLocal<Optional<InsurerLease>> current = ThreadLocal.withInitial(Optional::empty);

    <T> T with(InsurerLease lease, Supplier<T> work) {
        current.set(Optional.of(lease));
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    @Override
    public boolean isFenced() {
        return get().isPresent();
    }

    Optional<InsurerLease> get() {
        return current.get();
    }

    /** @throws IllegalStateException if this thread works under no lease */
    InsurerLease require() {
        return get().orElseThrow(() -> new IllegalStateException("This is only done under the lease of an insurer"));
    }
}
