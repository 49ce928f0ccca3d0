package jinbo.batch.publish;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Manifest;

/** Options of a run; {@code resumedSince} is the start of the run that is resumed, whose lists are not made again. */
public record PublishOptions(boolean full, Optional<Instant> resumedSince) {

    /** Each insurer gets its next list. */
    public static final PublishOptions NEXT = new PublishOptions(false, Optional.empty());

    /** Each insurer gets its next list as a full list. */
    public static final PublishOptions WHOLE = new PublishOptions(true, Optional.empty());

    public static PublishOptions resuming(Instant since) {
        return new PublishOptions(false, Optional.of(since));
    }

    boolean isDoneBy(Manifest list) {
        return resumedSince.filter(since -> !list.asOf().isBefore(since)).isPresent();
    }
}
