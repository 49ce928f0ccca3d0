package jinbo.job;

import java.util.function.Consumer;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the steps of our jobs: each does one thing with what the job's parameters name, and may be repeated. */
@Component
public class PlainSteps {

    private final JobRepository repository;
    private final TransactionTemplate transaction;
    private final Fence fence;

    PlainSteps(JobRepository repository, PlatformTransactionManager transactions, Fence fence) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.fence = fence;
    }

    /** A step that happens as a whole or not at all. */
    public Step inOneTransaction(String name, Consumer<JobParameters> work) {
        return step(name, parameters -> transaction.executeWithoutResult(status -> work.accept(parameters)));
    }

    /**
     * A step that waits for somebody else's server: no transaction may wait with it. What it records goes through {@link
     * Fence#record}.
     */
    public Step outsideTransactions(String name, Consumer<JobParameters> work) {
        return step(name, parameters -> {
            fence.pass();
            work.accept(parameters);
        });
    }

    /** A step of a job that works for no single insurer; what it commits, it commits itself. */
    public Step withoutLease(String name, Consumer<JobParameters> work) {
        return step(name, work);
    }

    private Step step(String name, Consumer<JobParameters> work) {
        return new PlainStep(name, work, repository);
    }
}
