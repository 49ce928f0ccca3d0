package jinbo.batch.erase;

import java.util.EnumSet;
import java.util.function.Consumer;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.JobRuns;
import jinbo.cases.EraseClosedCases;
import jinbo.consumer.PurgeExpiredProofs;
import jinbo.participant.staff.RequestNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch job {@code erase-ended}, one execution a run. Numbers of requests that wait for nobody any more are thrown away ({@code
 * erase-requests}), consumers' codes that count no longer ({@code purge-proofs}), and the numbers of cases that were closed long ago
 * ({@code erase-cases}). What a process that died had begun is ended ({@code end-abandoned}), numbers that ended long ago are erased
 * ({@code erase-numbers}), then refused uploads ({@code clear-quarantine}). Keys come last ({@code destroy-keys}): the numbers that are
 * due are hashed with them before.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EraseSettings.class)
class EraseEndedJob {

    static final String NAME = JobNames.ERASE_ENDED;

    private static final Logger LOG = LoggerFactory.getLogger(EraseEndedJob.class);

    private final BatchSteps steps;
    private final JobRuns runs;

    EraseEndedJob(BatchSteps steps, JobRuns runs) {
        this.steps = steps;
        this.runs = runs;
    }

    @Bean(NAME)
    Job eraseEnded(
            JobRepository repository,
            ExecutionLog log,
            AccessLog accessLog,
            RequestNumbers requestNumbers,
            PurgeExpiredProofs purgeExpiredProofs,
            EraseClosedCases eraseClosedCases,
            ErasePages erasePages,
            ClearQuarantine clearQuarantine,
            DestroyDueKeys destroyDueKeys) {
        return new JobBuilder(NAME, repository)
                .listener(log)
                .start(step("erase-requests", run -> requestNumbers.removeEnded(Actor.batch())))
                .next(step("purge-proofs", run -> purgeExpiredProofs.now()))
                .next(step("erase-cases", run -> eraseClosedCases.closedBy(run.endedBy(), Actor.batch())))
                .next(endAbandoned(accessLog))
                .next(step("erase-numbers", run -> erasePages.erase(run.endedBy())))
                .next(step("clear-quarantine", run -> clearQuarantine.of(run.endedBy())))
                .next(step("destroy-keys", run -> destroyDueKeys.upTo(run.keysUpTo())))
                .build();
    }

    /** Also where a run is gone on with: the process that began it may have died over an access. */
    private Step endAbandoned(AccessLog accessLog) {
        return steps.outsideTransactions("end-abandoned", (contribution, chunk) -> {
                    int abandoned = accessLog.abandon(EnumSet.of(AccessAction.ERASE));
                    if (abandoned > 0) {
                        LOG.info("{} access(es), left by a process that died while erasing, were ended", abandoned);
                    }
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** Each commits by itself. */
    private Step step(String name, Consumer<EraseRun> work) {
        return steps.outsideTransactions(name, (contribution, chunk) -> {
                    work.accept(runs.inputOf(contribution.getStepExecution(), EraseRun.class));
                    return RepeatStatus.FINISHED;
                })
                .build();
    }
}
