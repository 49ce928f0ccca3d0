package jinbo.batch.remind;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.function.Consumer;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.JobRuns;
import jinbo.consumer.RemindConsumers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch job {@code remind-consumers}, one execution a run: what a process that died had begun is ended ({@code end-abandoned}), who
 * was reminded of blocks that have ended is forgotten ({@code forget-ended}), and the holders of blocks that end soon are told ({@code
 * send-reminders}).
 */
@Configuration(proxyBeanMethods = false)
class RemindConsumersJob {

    static final String NAME = JobNames.REMIND_CONSUMERS;

    /** How many messages it sent is the number of items that it wrote. */
    static final String SEND_REMINDERS = "send-reminders";

    private static final Logger LOG = LoggerFactory.getLogger(RemindConsumersJob.class);

    private final BatchSteps steps;
    private final JobRuns runs;

    RemindConsumersJob(BatchSteps steps, JobRuns runs) {
        this.steps = steps;
        this.runs = runs;
    }

    /** What the steps of one run get. */
    record Run(LocalDate on, LocalDate endingBy) {}

    @Bean(NAME)
    Job remindConsumers(
            JobRepository repository,
            ExecutionLog log,
            AccessLog accessLog,
            RemindConsumers remind,
            SendReminders sendReminders) {
        return new JobBuilder(NAME, repository)
                .listener(log)
                .start(step("end-abandoned", run -> endAbandoned(accessLog))
                        .allowStartIfComplete(true)
                        .build())
                .next(step("forget-ended", run -> remind.forgetEndedBy(run.on()))
                        .build())
                .next(steps.outsideTransactions(SEND_REMINDERS, (contribution, chunk) -> {
                            Run run = runs.inputOf(contribution.getStepExecution(), Run.class);
                            sendReminders.send(run.on(), run.endingBy(), contribution::incrementWriteCount);
                            return RepeatStatus.FINISHED;
                        })
                        .build())
                .build();
    }

    private static void endAbandoned(AccessLog accessLog) {
        int abandoned = accessLog.abandon(EnumSet.of(AccessAction.REMIND));
        if (abandoned > 0) {
            LOG.info("{} access(es), left by a process that died while reminding, were ended", abandoned);
        }
    }

    private TaskletStepBuilder step(String name, Consumer<Run> work) {
        return steps.outsideTransactions(name, (contribution, chunk) -> {
            work.accept(runs.inputOf(contribution.getStepExecution(), Run.class));
            return RepeatStatus.FINISHED;
        });
    }
}
