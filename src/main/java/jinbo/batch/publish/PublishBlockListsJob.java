package jinbo.batch.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.JobRuns;
import jinbo.batch.PartitionReport;
import jinbo.batch.PartitionReport.WorkLeftException;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.RunId;
import jinbo.batch.RunInsurers;
import jinbo.batch.RunLocks;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import jinbo.batch.publish.PublishToInsurer.Next;
import jinbo.batch.publish.PublishToInsurer.Sealed;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Spring Batch job {@code publish-block-lists}. {@code scan} looks for signs of a restore, but does not wait for slow
 * drops. {@code open-view} opens the snapshot from which {@code seal} makes the lists. The snapshot is closed before
 * {@code deliver} contacts servers; it scans slow drops before it makes their lists. {@code verify} compares the lists
 * with the records.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
record PublishBlockListsJob(
        BatchSteps steps,
        RunInsurers runInsurers,
        ScanAllInsurers scanAllInsurers,
        RunViews views,
        PublishToInsurer publishToInsurer,
        PerInsurerExecutor perInsurerExecutor,
        Insurers insurers,
        BlockLists lists,
        VerifyRunChanges verifyRunChanges,
        PublishSettings settings) {

    static final String NAME = JobNames.PUBLISH_BLOCK_LISTS;
    static final String SEAL = "seal";
    static final String DELIVER = "deliver";

    private static final String OPEN_VIEW = "open-view";

    /** The key in the execution context of a partition of {@link #SEAL} with the insurer's next step. */
    private static final String NEXT = "next";

    @Bean(NAME)
    Job publishBlockLists(JobRepository repository, RunLocks locks, ExecutionLog log) {
        return new JobBuilder(NAME, repository)
                .listener(views)
                .listener(locks)
                .listener(log)
                .start(scan())
                .next(openView())
                .next(seal())
                .next(deliver())
                .next(verify(repository))
                .build();
    }

    private Step scan() {
        return steps.outsideTransactions("scan", contribution -> {
                    ScanAllInsurers.Result scan =
                            scanAllInsurers.lookWithoutWaitingForSlowDrops(settings.deliveriesAtATime());
                    scan.publishingStopped().ifPresent(why -> {
                        throw new PublishingStoppedException(why);
                    });
                    RunScan.of(scan).keepIn(contribution.getStepExecution().getJobExecution());
                })
                .allowStartIfComplete(true)
                .build();
    }

    private Step openView() {
        return steps.outsideTransactions(OPEN_VIEW, contribution -> {
                    views.begin(contribution.getStepExecution().getJobExecution());
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** Seals lists. While the view is open, does not wait for insurers for which another process works. */
    private Step seal() {
        PerInsurerExecutor.Places sealing = new PerInsurerExecutor.Places(settings.insurersAtATime());
        return steps.partitionedByInsurer(SEAL, runInsurers::of, (insurer, partition) -> {
                    OpenPublication view =
                            views.find(partition.getJobExecution()).orElseThrow();
                    RunScan scan = RunScan.of(partition.getJobExecution());
                    partition.getExecutionContext().putString(NEXT, Next.NOTHING.name());
                    Sealed sealed = scan.isLate(insurer)
                            ? Sealed.nothing(Next.CATCH_UP)
                            : perInsurerExecutor
                                    .underLeaseIfFree(
                                            insurers.get(insurer),
                                            sealing,
                                            one -> publishToInsurer.seal(one, view, scan.failure(insurer)),
                                            (one, problem) -> Sealed.problem(problem))
                                    .orElseGet(() -> busy(scan.failure(insurer)));
                    partition
                            .getExecutionContext()
                            .putString(NEXT, sealed.next().name());
                    return sealed.report();
                })
                .listener(new StepExecutionListener() {
                    @Override
                    public ExitStatus afterStep(StepExecution step) {
                        views.end(RunId.of(step.getJobExecution()));
                        return step.getExitStatus();
                    }
                })
                .build();
    }

    private static Sealed busy(Optional<String> failedScan) {
        return failedScan.map(Sealed::problem).orElseGet(() -> Sealed.nothing(Next.CATCH_UP));
    }

    private Step deliver() {
        PerInsurerExecutor.Places delivering = new PerInsurerExecutor.Places(settings.deliveriesAtATime());
        return steps.sharedByNodes(DELIVER, this::toVisit, settings.deliveriesAtATime(), (insurer, partition) -> {
                    PublishOrder order = PublishOrder.of(partition);
                    Next next = nextOf(partition, insurer);
                    return perInsurerExecutor.underLease(
                            insurers.get(insurer),
                            delivering,
                            one -> publishToInsurer.deliver(one, order, next),
                            (one, problem) -> PartitionReport.ofProblem(problem));
                })
                .build();
    }

    private Step verify(JobRepository repository) {
        return steps.outsideTransactions("verify", contribution -> {
                    StepExecution step = contribution.getStepExecution();
                    List<Insurer> of = runInsurers.of(step);
                    PublishReport report = PublishReport.of(step.getJobExecution(), of, lists);
                    List<SealedList> touched = Stream.concat(
                                    deliveredBy(repository, step, of),
                                    of.stream().flatMap(insurer -> lists.undelivered(insurer.code()).stream()))
                            .toList();
                    List<RuleResult> differences = verifyRunChanges.lists(touched);
                    if (!report.everythingDelivered() || !differences.isEmpty()) {
                        throw new ListsLeftException(differences);
                    }
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** The lists that this execution and those that it restarts have delivered. */
    private Stream<SealedList> deliveredBy(JobRepository repository, StepExecution step, List<Insurer> of) {
        JobExecution now = step.getJobExecution();
        return Stream.concat(
                        Stream.of(now),
                        repository.getJobExecutions(now.getJobInstance()).stream()
                                .filter(before -> before.getId() < now.getId()))
                .flatMap(execution -> PublishReport.of(execution, of, lists).delivered().stream());
    }

    /** Returns what the execution's last step found wrong, in the process that runs it. */
    static List<RuleResult> differences(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .flatMap(step -> step.getFailureExceptions().stream())
                .filter(ListsLeftException.class::isInstance)
                .flatMap(left -> ((ListsLeftException) left).differences.stream())
                .toList();
    }

    /** True if the execution failed before a list could be made, and not because lists are stopped. */
    static boolean failedBeforeSealing(JobExecution execution) {
        return execution.getStatus() == BatchStatus.FAILED
                && execution.getStepExecutions().stream()
                        .noneMatch(step ->
                                step.getStepName().equals(OPEN_VIEW) && step.getStatus() == BatchStatus.COMPLETED)
                && JobRuns.failureOf(execution)
                        .filter(PublishingStoppedException.class::isInstance)
                        .isEmpty();
    }

    private List<Insurer> toVisit(StepExecution step) {
        return runInsurers.of(step).stream()
                .filter(insurer -> nextOf(step, insurer.code()) != Next.NOTHING)
                .toList();
    }

    /** Returns the insurer's next step, as recorded by this execution or by the one that it restarts. */
    private Next nextOf(StepExecution step, InsurerCode insurer) {
        return steps.findPartition(step, SEAL, insurer)
                .map(sealing -> Next.valueOf(sealing.getExecutionContext().getString(NEXT, Next.NOTHING.name())))
                .orElse(Next.DELIVER);
    }

    /** What a node needs to deliver lists of the run. */
    record PublishOrder(long publication, PublishOptions options, RunScan scan) {

        static PublishOrder of(StepExecution step) {
            JobExecution execution = step.getJobExecution();
            return new PublishOrder(
                    RunViews.publicationOf(execution), RunViews.optionsOf(execution), RunScan.of(execution));
        }
    }

    /** No insurer gets a list, because the database is older than files that were sent. */
    static final class PublishingStoppedException extends RuntimeException {

        PublishingStoppedException(String why) {
            super(why);
        }
    }

    private static final class ListsLeftException extends WorkLeftException {

        private final transient List<RuleResult> differences;

        ListsLeftException(List<RuleResult> differences) {
            super("Lists were not delivered or do not agree with their records; the report of the run says what is"
                    + " missing");
            this.differences = differences;
        }
    }
}
