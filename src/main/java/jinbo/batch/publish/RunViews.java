package jinbo.batch.publish;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.batch.RunId;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;

/** Keeps the open snapshots of the runs in this process. A snapshot never outlives its run. */
@Component
class RunViews implements JobExecutionListener {

    /** The keys in the execution context of the job, which a restart begins with. */
    private static final String PUBLICATION = "publication";

    private static final String FIRST_AS_OF = "first-as-of";
    private static final String RESUMED_SINCE = "resumed-since";

    private final OpenPublications publications;
    private final Map<Optional<RunId>, OpenPublication> open = new ConcurrentHashMap<>();

    RunViews(OpenPublications publications) {
        this.publications = publications;
    }

    /**
     * Opens the view of an execution. A restart does not make lists again that an earlier execution of the run made.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the last day of use
     */
    void begin(JobExecution execution) {
        ExecutionContext context = execution.getExecutionContext();
        if (context.containsKey(FIRST_AS_OF)) {
            context.putString(RESUMED_SINCE, context.getString(FIRST_AS_OF));
        }
        OpenPublication view = publications.begin(optionsOf(execution));
        open.put(RunId.of(execution), view);
        context.putLong(PUBLICATION, view.publication().id());
        if (!context.containsKey(FIRST_AS_OF)) {
            context.putString(FIRST_AS_OF, view.publication().asOf().toString());
        }
    }

    static long publicationOf(JobExecution execution) {
        return execution.getExecutionContext().getLong(PUBLICATION);
    }

    static PublishOptions optionsOf(JobExecution execution) {
        PublishOptions ordered = PublishOptions.of(execution.getJobParameters());
        return new PublishOptions(
                ordered.full(),
                ordered.resumedSince()
                        .or(() -> Optional.of(execution.getExecutionContext().getString(RESUMED_SINCE, ""))
                                .filter(since -> !since.isEmpty())
                                .map(Instant::parse)));
    }

    Optional<OpenPublication> find(JobExecution execution) {
        return Optional.ofNullable(open.get(RunId.of(execution)));
    }

    /** Closes the view of a run, if one is open. */
    void end(Optional<RunId> run) {
        Optional.ofNullable(open.remove(run)).ifPresent(publications::end);
    }

    @Override
    public void afterJob(JobExecution execution) {
        end(RunId.of(execution));
    }
}
