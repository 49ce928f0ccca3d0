package jinbo.accesslog;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * For whom a thread works: who decides what it records, and which entry of the access log has announced that.
 *
 * @param actor the person, with the second one where it took two
 * @param purpose why the entry of a record is written
 */
public record DecisionContext(Actor actor, String purpose) {

    private static final ThreadLocal<@Nullable DecisionContext> NOW = new ThreadLocal<>();

    /** @param announced the access under which that stands in the log, if it does */
    public static <T> T by(Actor actor, Optional<AccessPermit> announced, Callable<T> work) throws Exception {
        DecisionContext before = NOW.get();
        NOW.set(new DecisionContext(
                actor,
                announced
                        .map(permit -> "the record after entry " + permit.accessId())
                        .orElse("the record after the decision")));
        try {
            return work.call();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** For whom this thread works; the batch, if for nobody. */
    static DecisionContext now() {
        DecisionContext now = NOW.get();
        return now == null ? new DecisionContext(Actor.batch(), "the record after the decision") : now;
    }
}
