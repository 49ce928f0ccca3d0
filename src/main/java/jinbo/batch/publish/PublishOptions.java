package jinbo.batch.publish;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Manifest;

/** @param goesOnSince begin of the resumed run; lists made since then count */
public record PublishOptions(boolean full, Optional<Instant> goesOnSince) {

    /** The next list of each insurer. */
    public static final PublishOptions NEXT = new PublishOptions(false, Optional.empty());

    /** The next list of each insurer, as a full list. */
    public static final PublishOptions WHOLE = new PublishOptions(true, Optional.empty());

    public static PublishOptions resuming(Instant since) {
        return new PublishOptions(false, Optional.of(since));
    }

    boolean isDoneBy(Manifest list) {
        return goesOnSince.filter(since -> !list.asOf().isBefore(since)).isPresent();
    }
}
