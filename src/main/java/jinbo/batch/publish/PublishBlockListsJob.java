package jinbo.batch.publish;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.JobRuns;
import jinbo.batch.PartitionReport;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.publish.PublishToInsurer.Next;
import jinbo.batch.publish.PublishToInsurer.Sealed;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch job {@code publish-block-lists}, one execution a run. {@code scan} searches all drops for what no record knows. {@code
 * open-view} takes the view of the registry that all lists share; {@code seal}, partitioned by insurer, seals each insurer's next list
 * from it, and the view is closed. {@code deliver}, partitioned by insurer, waits for the insurers' servers. {@code verify} compares
 * what was delivered with its records. A restart does what is missing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
class PublishBlockListsJob {

    static final String NAME = JobNames.PUBLISH_BLOCK_LISTS;
    static final String SEAL = "seal";
    static final String DELIVER = "deliver";

    /** In the execution context of a partition of {@link #SEAL}. */
    private static final String NEXT = "next";

    private final BatchSteps steps;
    private final JobRuns runs;

    PublishBlockListsJob(BatchSteps steps, JobRuns runs) {
        this.steps = steps;
        this.runs = runs;
    }

    @Bean(NAME)
    Job publishBlockLists(
            JobRepository repository,
            ExecutionLog log,
            ScanAllInsurers scanAllInsurers,
            OpenPublications publications,
            PublishToInsurer publishToInsurer,
            PerInsurerExecutor perInsurerExecutor,
            Insurers insurers,
            BlockLists lists,
            VerifyRunChanges verifyRunChanges,
            PublishSettings settings) {
        return new JobBuilder(NAME, repository)
                .listener(log)
                .start(scan(scanAllInsurers, settings))
                .next(openView(publications))
                .next(seal(publishToInsurer, publications, perInsurerExecutor, insurers, settings))
                .next(deliver(publishToInsurer, perInsurerExecutor, insurers, settings))
                .next(verify(lists, verifyRunChanges))
                .build();
    }

    private Step scan(ScanAllInsurers scanAllInsurers, PublishSettings settings) {
        return steps.outsideTransactions("scan", (contribution, chunk) -> {
                    PublishRun run = runOf(contribution.getStepExecution());
                    run.scanned(scanAllInsurers.look(
                            settings.deliveriesAtATime(),
                            run.insurers().stream().map(Insurer::code).collect(Collectors.toSet())));
                    run.stopped().ifPresent(why -> {
                        throw new PublishingStoppedException(why);
                    });
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true)
                .build();
    }

    private Step openView(OpenPublications publications) {
        return steps.outsideTransactions("open-view", (contribution, chunk) -> {
                    PublishRun run = runOf(contribution.getStepExecution());
                    run.opened(publications.begin(run.options()));
                    new PublishOrder(run.open().publication().id(), run.options())
                            .keepIn(contribution.getStepExecution());
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** No insurer that another process works for is waited for while the view is open. */
    private Step seal(
            PublishToInsurer publishToInsurer,
            OpenPublications publications,
            PerInsurerExecutor perInsurerExecutor,
            Insurers insurers,
            PublishSettings settings) {
        PerInsurerExecutor.Places sealing = new PerInsurerExecutor.Places(settings.insurersAtATime());
        return steps.partitionedByInsurer(SEAL, step -> runOf(step).insurers(), (insurer, partition) -> {
                    PublishRun run = runOf(partition);
                    partition.getExecutionContext().putString(NEXT, Next.NOTHING.name());
                    Sealed sealed = perInsurerExecutor
                            .underLeaseIfFree(
                                    insurers.get(insurer),
                                    sealing,
                                    one -> publishToInsurer.seal(
                                            one, run.open(), run.scan().blockedReason(insurer)),
                                    (one, problem) -> Sealed.problem(problem))
                            .orElseGet(() -> busy(run, insurer));
                    partition
                            .getExecutionContext()
                            .putString(NEXT, sealed.next().name());
                    return sealed.report();
                })
                .listener(new StepExecutionListener() {
                    @Override
                    public ExitStatus afterStep(StepExecution step) {
                        runOf(step).takeOpen().ifPresent(publications::end);
                        return step.getExitStatus();
                    }
                })
                .build();
    }

    private static Sealed busy(PublishRun run, InsurerCode insurer) {
        return run.scan().blockedReason(insurer).map(Sealed::problem).orElseGet(() -> Sealed.nothing(Next.CATCH_UP));
    }

    private Step deliver(
            PublishToInsurer publishToInsurer,
            PerInsurerExecutor perInsurerExecutor,
            Insurers insurers,
            PublishSettings settings) {
        PerInsurerExecutor.Places delivering = new PerInsurerExecutor.Places(settings.deliveriesAtATime());
        return steps.sharedByNodes(DELIVER, this::visited, settings.deliveriesAtATime(), (insurer, partition) -> {
                    PublishOrder order = PublishOrder.of(partition);
                    boolean catchesUp = nextOf(partition, insurer) == Next.CATCH_UP;
                    return perInsurerExecutor.underLease(
                            insurers.get(insurer),
                            delivering,
                            one -> catchesUp
                                    ? publishToInsurer.catchUp(one, order)
                                    : publishToInsurer.deliver(one, order),
                            (one, problem) -> PartitionReport.ofProblem(problem));
                })
                .build();
    }

    private Step verify(BlockLists lists, VerifyRunChanges verifyRunChanges) {
        return steps.outsideTransactions("verify", (contribution, chunk) -> {
                    StepExecution step = contribution.getStepExecution();
                    PublishRun run = runOf(step);
                    PublishReport report = PublishReport.of(step.getJobExecution(), run, lists);
                    List<SealedList> touched = Stream.concat(
                                    report.delivered().stream(),
                                    run.insurers().stream()
                                            .flatMap(insurer -> lists.undelivered(insurer.code()).stream()))
                            .toList();
                    run.verified(verifyRunChanges.lists(touched));
                    if (!report.everythingDelivered() || !run.differences().isEmpty()) {
                        throw new PartitionReport.WorkLeftException(
                                "Lists were not delivered or do not agree with their records; the report of the run"
                                        + " says what is missing");
                    }
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true)
                .build();
    }

    private List<Insurer> visited(StepExecution step) {
        return runOf(step).insurers().stream()
                .filter(insurer -> nextOf(step, insurer.code()) != Next.NOTHING)
                .toList();
    }

    /** As it was recorded when the insurer's list was sealed, in this execution or the one that this restarts. */
    private Next nextOf(StepExecution step, InsurerCode insurer) {
        return steps.findPartition(step, SEAL, insurer)
                .map(sealing -> Next.valueOf(sealing.getExecutionContext().getString(NEXT, Next.NOTHING.name())))
                .orElse(Next.DELIVER);
    }

    private PublishRun runOf(StepExecution step) {
        return runs.inputOf(step, PublishRun.class);
    }

    /** Nothing is published for anybody, because the database is older than what it has delivered. */
    static final class PublishingStoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PublishingStoppedException(String why) {
            super(why);
        }
    }
}
