package jinbo.batch.remind;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.PartitionReport.WorkLeftException;
import jinbo.batch.Progress;
import jinbo.batch.RunLocks;
import jinbo.batch.StopRequest;
import jinbo.consumer.RemindConsumers;
import jinbo.consumer.ReminderProgress;
import jinbo.consumer.SendCaseMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Spring Batch job {@code remind-consumers}: sends messages about complaints, and reminders before blocks end. */
@Configuration(proxyBeanMethods = false)
record RemindConsumersJob(
        BatchSteps steps,
        AccessLog accessLog,
        LogAlarms alarms,
        RemindConsumers remind,
        SendCaseMessages caseMessages,
        StopRequest stop,
        Progress progress) {

    static final String NAME = JobNames.REMIND_CONSUMERS;

    /** The write count of this step is the number of messages sent. */
    static final String SEND_REMINDERS = "send-reminders";

    private static final Logger LOG = LoggerFactory.getLogger(RemindConsumersJob.class);

    /** The input of the steps: the day of the run, and the latest end of blocks to remind of. */
    record Run(LocalDate on, LocalDate endingBy) {

        private static final String ON = "on";
        private static final String ENDING_BY = "ending-by";

        static Run of(StepExecution step) {
            JobParameters inputs = step.getJobParameters();
            return new Run(
                    Objects.requireNonNull(inputs.getLocalDate(ON)),
                    Objects.requireNonNull(inputs.getLocalDate(ENDING_BY)));
        }

        JobParameters toParameters() {
            return new JobParametersBuilder()
                    .addLocalDate(ON, on, false)
                    .addLocalDate(ENDING_BY, endingBy, false)
                    .toJobParameters();
        }
    }

    @Bean(NAME)
    Job remindConsumers(JobRepository repository, RunLocks locks, ExecutionLog log) {
        return new JobBuilder(NAME, repository)
                .listener(locks)
                .listener(log)
                .start(step("end-abandoned", run -> endAbandoned())
                        .allowStartIfComplete(true)
                        .build())
                .next(step("forget-ended", run -> remind.forgetEndedBy(run.on()))
                        .build())
                .next(steps.outsideTransactions(SEND_REMINDERS, contribution -> {
                            Run run = Run.of(contribution.getStepExecution());
                            send(run, contribution::incrementWriteCount);
                        })
                        .build())
                .build();
    }

    private void endAbandoned() {
        int abandoned = accessLog.abandon(EnumSet.of(AccessAction.REMIND));
        if (abandoned > 0) {
            LOG.info("{} access(es), left by a process that died while reminding, were ended", abandoned);
        }
    }

    private void send(Run run, LongConsumer sent) {
        alarms.requireNone();
        SendCaseMessages.Report ofCases = caseMessages.send(stop::isRequested);
        sent.accept(ofCases.sent());
        if (stop.isRequested()) {
            throw new StopRequest.StoppedException();
        }
        ReminderProgress reminders = ReminderProgress.begin(run.on(), run.endingBy());
        while (!reminders.isOver()) {
            if (stop.isRequested()) {
                throw new StopRequest.StoppedException();
            }
            long before = reminders.sent();
            reminders = remind.next(reminders);
            sent.accept(reminders.sent() - before);
            progress.report(NAME, reminders.sent(), 0);
        }
        long notSent = ofCases.notSent() + reminders.notSent();
        if (notSent > 0) {
            throw new WorkLeftException("no gateway has accepted " + notSent
                    + " message(s)"
                    + reminders
                            .why()
                            .or(ofCases::why)
                            .map(why -> " (" + why + ")")
                            .orElse("")
                    + "; the next run tries again");
        }
    }

    private TaskletStepBuilder step(String name, Consumer<Run> work) {
        return steps.outsideTransactions(name, contribution -> work.accept(Run.of(contribution.getStepExecution())));
    }
}
