package jinbo.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/** Logs the begin and end of Spring Batch's job executions, and adds the execution's id to the log lines between. */
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

    /** Removes the id from later log lines; Spring Batch skips {@link #afterJob} if it cannot record the end. */
    static void forget() {
        MDC.remove(LogContext.Field.EXECUTION.key());
    }
}
