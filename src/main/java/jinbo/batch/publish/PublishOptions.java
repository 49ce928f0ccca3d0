package jinbo.batch.publish;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Manifest;

/**
 * @param goesOnSince when the run had begun that this one goes on with, if it does: what has its list since gets no other
 */
public record PublishOptions(boolean full, Optional<Instant> goesOnSince) {

    /** The next list of each insurer. */
    public static final PublishOptions NEXT = new PublishOptions(false, Optional.empty());

    /** The same, and each the whole one. */
    public static final PublishOptions WHOLE = new PublishOptions(true, Optional.empty());

    /** Goes on with a run whose process is gone. */
    public static PublishOptions resuming(Instant since) {
        return new PublishOptions(false, Optional.of(since));
    }

    boolean isDoneBy(Manifest list) {
        return goesOnSince.filter(since -> !list.asOf().isBefore(since)).isPresent();
    }
}
