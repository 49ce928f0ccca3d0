package jinbo.batch.publish;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Options of a run; {@code resumedSince} is the start of the run that is resumed, whose lists are not made again. */
public record PublishOptions(boolean full, Optional<Instant> resumedSince) {

    private static final String FULL = "full";
    private static final String RESUMED_SINCE = "resumed-since";

    /** Each insurer gets its next list. */
    public static final PublishOptions NEXT = new PublishOptions(false, Optional.empty());

    /** Each insurer gets its next list as a full list. */
    public static final PublishOptions WHOLE = new PublishOptions(true, Optional.empty());

    public static PublishOptions resuming(Instant since) {
        return new PublishOptions(false, Optional.of(since));
    }

    static PublishOptions of(JobParameters inputs) {
        return new PublishOptions(
                Boolean.parseBoolean(inputs.getString(FULL)),
                Optional.ofNullable(inputs.getString(RESUMED_SINCE)).map(Instant::parse));
    }

    JobParametersBuilder addTo(JobParametersBuilder inputs) {
        resumedSince.ifPresent(since -> inputs.addString(RESUMED_SINCE, since.toString(), false));
        return inputs.addString(FULL, Boolean.toString(full), false);
    }

    boolean isDoneBy(Manifest list) {
        return resumedSince.filter(since -> !list.asOf().isBefore(since)).isPresent();
    }
}
