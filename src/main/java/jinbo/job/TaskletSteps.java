package jinbo.job;

import java.util.function.Consumer;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Makes the steps of our jobs: each does one thing with what the job's parameters name, and may be repeated. */
@Component
public class TaskletSteps {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Fence fence;

    TaskletSteps(JobRepository repository, PlatformTransactionManager transactions, Fence fence) {
        this.repository = repository;
        this.transactions = transactions;
        this.fence = fence;
    }

    /** A step that happens as a whole or not at all. */
    public Step inOneTransaction(String name, Consumer<JobParameters> work) {
        return step(name, work, TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /**
     * A step that waits for somebody else's server: no transaction may wait with it. What it records goes through {@link
     * Fence#record}.
     */
    public Step outsideTransactions(String name, Consumer<JobParameters> work) {
        return step(
                name,
                parameters -> {
                    fence.pass();
                    work.accept(parameters);
                },
                TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** A step of a job that works for no single insurer; what it commits, it commits itself. */
    public Step withoutLease(String name, Consumer<JobParameters> work) {
        return step(name, work, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    private Step step(String name, Consumer<JobParameters> work, int propagation) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.accept(contribution.getStepExecution().getJobParameters());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .transactionAttribute(new DefaultTransactionAttribute(propagation))
                .build();
    }
}
