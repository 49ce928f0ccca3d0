package jinbo.batch;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes our jobs and their steps: each step does one thing with what the job's parameters name, and may be repeated. */
@Component
public class PlainJobs {

    private final JobRepository repository;
    private final EarlierExecutions earlier;
    private final TransactionTemplate transaction;
    private final Fence fence;

    /** As Batch itself records times: how long things took on this machine, whatever day the exchange's clock says. */
    private final Clock machine = Clock.systemDefaultZone();

    PlainJobs(
            JobRepository repository, EarlierExecutions earlier, PlatformTransactionManager transactions, Fence fence) {
        this.repository = repository;
        this.earlier = earlier;
        this.transaction = new TransactionTemplate(transactions);
        this.fence = fence;
    }

    /** A job that does these steps in their order. */
    public Job of(String name, PlainStep... steps) {
        return new PlainJob(name, List.of(steps), repository, earlier, machine);
    }

    /** A step that happens as a whole or not at all. */
    public PlainStep inOneTransaction(String name, Consumer<JobParameters> work) {
        return step(name, parameters -> transaction.executeWithoutResult(status -> work.accept(parameters)));
    }

    /**
     * A step that waits for somebody else's server: no transaction may wait with it. What it records goes through {@link
     * Fence#record}.
     */
    public PlainStep outsideTransactions(String name, Consumer<JobParameters> work) {
        return step(name, parameters -> {
            fence.requireLease();
            work.accept(parameters);
        });
    }

    /** A step of a job that works for no single insurer; what it commits, it commits itself. */
    public PlainStep withoutLease(String name, Consumer<JobParameters> work) {
        return step(name, work);
    }

    private PlainStep step(String name, Consumer<JobParameters> work) {
        return new PlainStep(name, work, repository, machine);
    }
}
