package jinbo.batch;

import java.util.Optional;
import java.util.function.Supplier;
import jinbo.accesslog.CommitFencing;
import org.springframework.stereotype.Component;

/** The lease under which the current thread works. */
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
