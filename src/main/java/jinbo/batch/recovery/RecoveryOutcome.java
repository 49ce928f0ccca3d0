package jinbo.batch.recovery;

import java.util.List;
import jinbo.batch.Remark;
import jinbo.registry.blocklist.SequenceGap;

/**
 * What came of settling a restoration.
 *
 * @param restoration as it stands now
 * @param left what has not been taken in again
 * @param gaps sequences that the next lists count on above; empty while it is open
 */
public record RecoveryOutcome(Recovery restoration, List<Remark> left, List<SequenceGap> gaps) {

    public RecoveryOutcome {
        left = List.copyOf(left);
        gaps = List.copyOf(gaps);
    }
}
