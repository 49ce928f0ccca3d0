package jinbo.job;

import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Has the lines of the log that an execution writes carry its number. */
public final class NameExecution implements JobExecutionListener {

    @Override
    public void beforeJob(JobExecution execution) {
        MDC.put(LogContext.Field.EXECUTION.key(), Long.toString(execution.getId()));
    }

    @Override
    public void afterJob(JobExecution execution) {
        MDC.remove(LogContext.Field.EXECUTION.key());
    }
}
