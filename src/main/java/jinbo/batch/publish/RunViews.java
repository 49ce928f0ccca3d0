package jinbo.batch.publish;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the open snapshots of the executions in this process. The context of an execution has only the id of the
 * publication. A snapshot never outlives its execution.
 */
@Component
class RunViews implements JobExecutionListener {

    private static final String PUBLICATION = "publication";

    private final OpenPublications publications;
    private final Map<Long, OpenPublication> open = new ConcurrentHashMap<>();

    RunViews(OpenPublications publications) {
        this.publications = publications;
    }

    /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the last day of use */
    void begin(JobExecution execution, PublishOptions options) {
        OpenPublication view = publications.begin(options);
        long id = view.publication().id();
        open.put(id, view);
        execution.getExecutionContext().putLong(PUBLICATION, id);
    }

    static long publicationOf(JobExecution execution) {
        return execution.getExecutionContext().getLong(PUBLICATION);
    }

    Optional<OpenPublication> find(JobExecution execution) {
        return Optional.ofNullable(open.get(publicationOf(execution)));
    }

    /** Closes the view of an execution, if one is open. */
    void end(JobExecution execution) {
        Optional.ofNullable(open.remove(execution.getExecutionContext().getLong(PUBLICATION, 0)))
                .ifPresent(publications::end);
    }

    @Override
    public void afterJob(JobExecution execution) {
        end(execution);
    }
}
