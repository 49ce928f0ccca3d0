package jinbo.batch.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Spring Batch job {@code publish-block-lists}. {@code scan} looks for signs of a restore. {@code open-view} opens
 * the snapshot from which {@code seal} makes the lists. The snapshot is closed before {@code deliver} contacts servers.
 * {@code verify} compares the lists with the records.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
record PublishBlockListsJob(
        BatchSteps steps,
        JobRuns runs,
        ScanAllInsurers scanAllInsurers,
        OpenPublications publications,
        PublishToInsurer publishToInsurer,
        PerInsurerExecutor perInsurerExecutor,
        Insurers insurers,
        BlockLists lists,
        VerifyRunChanges verifyRunChanges,
        PublishSettings settings) {

    static final String NAME = JobNames.PUBLISH_BLOCK_LISTS;
    static final String SEAL = "seal";
    static final String DELIVER = "deliver";

    /** The key in the execution context of a partition of {@link #SEAL} with the insurer's next step. */
    private static final String NEXT = "next";

    @Bean(NAME)
    Job publishBlockLists(JobRepository repository, ExecutionLog log) {
        return new JobBuilder(NAME, repository)
                .listener(log)
                .start(scan())
                .next(openView())
                .next(seal())
                .next(deliver())
                .next(verify())
                .build();
    }

    private Step scan() {
        return steps.outsideTransactions("scan", contribution -> {
                    PublishRun run = runOf(contribution.getStepExecution());
                    run.scanned(scanAllInsurers.look(
                            settings.deliveriesAtATime(),
                            run.insurers().stream().map(Insurer::code).collect(Collectors.toSet())));
                    run.stopped().ifPresent(why -> {
                        throw new PartitionReport.WorkLeftException(why);
                    });
                })
                .allowStartIfComplete(true)
                .build();
    }

    private Step openView() {
        return steps.outsideTransactions("open-view", contribution -> {
                    PublishRun run = runOf(contribution.getStepExecution());
                    run.opened(publications.begin(run.options()));
                    new PublishOrder(run.open().publication().id(), run.options())
                            .keepIn(contribution.getStepExecution());
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** Seals lists. While the view is open, does not wait for insurers for which another process works. */
    private Step seal() {
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

    private Step deliver() {
        PerInsurerExecutor.Places delivering = new PerInsurerExecutor.Places(settings.deliveriesAtATime());
        return steps.sharedByNodes(DELIVER, this::toVisit, settings.deliveriesAtATime(), (insurer, partition) -> {
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

    private Step verify() {
        return steps.outsideTransactions("verify", contribution -> {
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
                })
                .allowStartIfComplete(true)
                .build();
    }

    private List<Insurer> toVisit(StepExecution step) {
        return runOf(step).insurers().stream()
                .filter(insurer -> nextOf(step, insurer.code()) != Next.NOTHING)
                .toList();
    }

    /** Returns the insurer's next step, as recorded by this execution or by the one that it restarts. */
    private Next nextOf(StepExecution step, InsurerCode insurer) {
        return steps.findPartition(step, SEAL, insurer)
                .map(sealing -> Next.valueOf(sealing.getExecutionContext().getString(NEXT, Next.NOTHING.name())))
                .orElse(Next.DELIVER);
    }

    private PublishRun runOf(StepExecution step) {
        return runs.inputOf(step, PublishRun.class);
    }

    /** What a node needs to deliver lists of the run, stored in the job's execution context. */
    record PublishOrder(long publication, PublishOptions options) {

        private static final String PUBLICATION = "publication";
        private static final String FULL = "full";
        private static final String GOES_ON_SINCE = "goes-on-since";

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

        void keepIn(StepExecution step) {
            ExecutionContext context = step.getJobExecution().getExecutionContext();
            context.putLong(PUBLICATION, publication);
            context.putString(FULL, Boolean.toString(options.full()));
            context.putString(
                    GOES_ON_SINCE, options.resumedSince().map(Instant::toString).orElse(""));
        }
    }
}
