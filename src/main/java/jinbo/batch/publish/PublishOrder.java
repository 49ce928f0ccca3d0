package jinbo.batch.publish;

import java.time.Instant;
import java.util.Optional;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What any node must know of a run to deliver its lists; it is kept in the execution context of the job.
 *
 * @param publication the number of the view that the lists were sealed from
 */
record PublishOrder(long publication, PublishOptions options) {

    private static final String PUBLICATION = "publication";
    private static final String FULL = "full";
    private static final String GOES_ON_SINCE = "goes-on-since";

    /** Of the run to which a step or partition belongs. */
    static PublishOrder of(StepExecution step) {
        ExecutionContext context = step.getJobExecution().getExecutionContext();
        return new PublishOrder(
                context.getLong(PUBLICATION),
                new PublishOptions(
                        Boolean.parseBoolean(context.getString(FULL)),
                        Optional.of(context.getString(GOES_ON_SINCE))
                                .filter(since -> !since.isEmpty())
                                .map(Instant::parse)));
    }

    /** Keeps it for the steps that follow. */
    void keepIn(StepExecution step) {
        ExecutionContext context = step.getJobExecution().getExecutionContext();
        context.putLong(PUBLICATION, publication);
        context.putString(FULL, Boolean.toString(options.full()));
        context.putString(
                GOES_ON_SINCE, options.goesOnSince().map(Instant::toString).orElse(""));
    }
}
