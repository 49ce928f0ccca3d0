package jinbo.batch.remind;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.batch.JobRuns;
import jinbo.batch.RunId;
import jinbo.batch.SingleProcessLock;
import jinbo.consumer.RemindConsumers;
import jinbo.platform.error.FailureMessages;
import jinbo.reference.calendar.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs the job {@code remind-consumers} ({@link RemindConsumersJob}), in one process at a time. */
@Component
public record RemindBeforeEnd(
        DataSource dataSource,
        JobRuns runs,
        @Qualifier(RemindConsumersJob.NAME) Job job,
        RemindConsumers remind,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(RemindBeforeEnd.class);

    public Report run() {
        return run(RunId.newId());
    }

    /** Starts or resumes a run. */
    public Report run(RunId id) {
        LocalDate today = BusinessTime.today(clock);
        RemindConsumersJob.Run run = new RemindConsumersJob.Run(today, remind.endingBy(today));
        return SingleProcessLock.callIfFree(
                dataSource,
                SingleProcessLock.Task.REMINDING,
                () -> remind(id, run),
                () -> new Report(
                        run.endingBy(),
                        0,
                        Optional.of("another process is sending reminders; run again after it has finished")));
    }

    private Report remind(RunId id, RemindConsumersJob.Run run) {
        Optional<JobExecution> execution = runs.run(job, id, run.toParameters());
        Optional<Throwable> failure = execution.flatMap(JobRuns::failureOf);
        failure.ifPresent(why -> LOG.warn("Not all holders whose blocks end by {} were reminded", run.endingBy(), why));
        long sent = execution
                .map(done -> JobRuns.written(done, RemindConsumersJob.SEND_REMINDERS))
                .orElse(0L);
        return new Report(run.endingBy(), sent, failure.map(FailureMessages::cause));
    }

    /** How many messages a run has sent. Reminders were due for blocks that end before {@code endingBy}. */
    public record Report(LocalDate endingBy, long sent, Optional<String> problem) {}
}
