package jinbo.registry;

import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.platform.faultpoint.FaultPoint;

/** Runs work in transactions, some of which die before they commit, and repeats that work. */
final class CrashingTransactions {

    private final TestRegistry registry;
    private final Random deaths;
    private int died;

    CrashingTransactions(TestRegistry registry, Random deaths) {
        this.registry = registry;
        this.deaths = deaths;
    }

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Makes a batch of registrations with its access. */
    CommittedBatch batch(AccessAction action, Function<AccessPermit, CommittedBatch> work) {
        return does(() -> {
            AccessPermit permit = registry.permit(action);
            CommittedBatch batch = work.apply(permit);
            registry.complete(permit, batch);
            return batch;
        });
    }

    <T> T does(Supplier<T> work) {
        if (deaths.nextInt(5) == 0) {
            die(work);
        }
        return registry.parts().inTransaction(work);
    }

    int died() {
        return died;
    }

    private void die(Supplier<?> work) {
        boolean early = deaths.nextBoolean();
        registry.parts().withFaultPoints(point -> {
            if (early && point == FaultPoint.MERGING) {
                throw new Death();
            }
        });
        try {
            registry.parts().inTransaction(() -> {
                work.get();
                throw new Death();
            });
        } catch (Death expected) {
            died++;
        } finally {
            registry.parts().withFaultPoints(point -> {});
        }
    }
}
