package jinbo.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/** Logs that a job execution begins and ends; lines that are logged meanwhile carry its number. */
@Component
public class ExecutionLog implements JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionLog.class);

    @Override
    public void beforeJob(JobExecution execution) {
        MDC.put(LogContext.Field.EXECUTION.key(), Long.toString(execution.getId()));
        LOG.info("{} started with {}", execution.getJobInstance().getJobName(), execution.getJobParameters());
    }

    @Override
    public void afterJob(JobExecution execution) {
        LOG.info("{} ended: {}", execution.getJobInstance().getJobName(), execution.getStatus());
    }

    /** Lines that follow belong to no execution; Batch does not call {@link #afterJob} if it could not record the end. */
    static void forget() {
        MDC.remove(LogContext.Field.EXECUTION.key());
    }
}
