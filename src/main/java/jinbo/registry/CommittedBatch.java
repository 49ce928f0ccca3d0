package jinbo.registry;

import java.util.Optional;
import jinbo.accesslog.ActsVouched;

/**
 * A batch of acts that took its place in the registry.
 *
 * @param revision its gapless number
 * @param acts how many acts it holds
 * @param vouched what the result of the access is to vouch for; empty for a batch without acts
 */
public record CommittedBatch(long revision, long acts, Optional<ActsVouched> vouched) {

    static CommittedBatch withoutActs(long revision) {
        return new CommittedBatch(revision, 0, Optional.empty());
    }
}
