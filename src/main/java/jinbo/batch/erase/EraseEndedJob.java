package jinbo.batch.erase;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.function.Consumer;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.RunLocks;
import jinbo.cases.EraseClosedCases;
import jinbo.consumer.PurgeExpiredProofs;
import jinbo.consumer.RetentionTimes;
import jinbo.participant.staff.RequestNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Spring Batch job {@code erase-ended}. It destroys old keys last, because it first hashes numbers with them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EraseSettings.class)
record EraseEndedJob(
        BatchSteps steps,
        AccessLog accessLog,
        RequestNumbers requestNumbers,
        PurgeExpiredProofs purgeExpiredProofs,
        EraseClosedCases eraseClosedCases,
        EraseNumberGroups eraseNumberGroups,
        ClearQuarantine clearQuarantine,
        DestroyDueKeys destroyDueKeys) {

    static final String NAME = JobNames.ERASE_ENDED;

    private static final Logger LOG = LoggerFactory.getLogger(EraseEndedJob.class);

    @Bean
    static RetentionTimes retentionTimes(EraseSettings settings) {
        return new RetentionTimes(settings.eraseAfterMonths(), settings.destroyKeyAfterYears());
    }

    @Bean(NAME)
    Job eraseEnded(JobRepository repository, RunLocks locks, ExecutionLog log) {
        return new JobBuilder(NAME, repository)
                .listener(locks)
                .listener(log)
                .start(step("erase-requests", run -> requestNumbers.removeEnded(Actor.batch())))
                .next(step("purge-proofs", run -> purgeExpiredProofs.now()))
                .next(step("erase-cases", run -> eraseClosedCases.closedOnOrBefore(run.endedBy(), Actor.batch())))
                .next(endAbandoned())
                .next(steps.repeatedInTransactions("erase-numbers", eraseNumberGroups)
                        .build())
                .next(step("clear-quarantine", run -> clearQuarantine.clear(run.endedBy())))
                .next(step("destroy-keys", run -> destroyDueKeys.destroyUpTo(run.keysUpTo())))
                .build();
    }

    /** Ends the accesses of a process that died while erasing. A resumed run repeats this step. */
    private Step endAbandoned() {
        return steps.outsideTransactions("end-abandoned", contribution -> {
                    int abandoned = accessLog.abandon(EnumSet.of(AccessAction.ERASE));
                    if (abandoned > 0) {
                        LOG.info("{} access(es), left by a process that died while erasing, were ended", abandoned);
                    }
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** A step whose work manages its own transactions. */
    private Step step(String name, Consumer<EraseRun> work) {
        return steps.outsideTransactions(
                        name, contribution -> work.accept(EraseRun.of(contribution.getStepExecution())))
                .build();
    }

    /** The steps erase what was over on {@code endedBy}, and destroy the keys of years up to {@code keysUpTo}. */
    record EraseRun(LocalDate endedBy, int keysUpTo) {

        private static final String ENDED_BY = "ended-by";
        private static final String KEYS_UP_TO = "keys-up-to";

        static EraseRun of(StepExecution step) {
            JobParameters inputs = step.getJobParameters();
            return new EraseRun(
                    Objects.requireNonNull(inputs.getLocalDate(ENDED_BY)),
                    Math.toIntExact(Objects.requireNonNull(inputs.getLong(KEYS_UP_TO))));
        }

        JobParameters toParameters() {
            return new JobParametersBuilder()
                    .addLocalDate(ENDED_BY, endedBy, false)
                    .addLong(KEYS_UP_TO, (long) keysUpTo, false)
                    .toJobParameters();
        }
    }
}
