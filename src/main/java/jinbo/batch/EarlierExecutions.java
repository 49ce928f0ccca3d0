package jinbo.batch;

import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobKeyGenerator;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells in one question what became of an instance of a job; Batch's repository reads all that it knows of each execution, in a
 * dozen, for each of the many that need nothing any more.
 */
@Component
class EarlierExecutions {

    /** The status of an instance that has no execution: a process died between making the two. */
    static final String NEVER_BEGAN = "";

    private final JdbcClient jdbc;
    private final JobKeyGenerator keys = new DefaultJobKeyGenerator();

    EarlierExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The status of the last execution; empty if there is no such instance. */
    Optional<String> lastStatusOf(String job, JobParameters parameters) {
        return jdbc.sql("""
                select coalesce(e.status, ?)
                from batch_job_instance i left join batch_job_execution e on e.job_instance_id = i.job_instance_id
                where i.job_name = ? and i.job_key = ?
                order by e.job_execution_id desc limit 1
                """)
                .params(NEVER_BEGAN, job, keys.generateKey(parameters))
                .query(String.class)
                .optional();
    }

    /** The steps that any execution of an instance has completed. */
    Set<String> stepsDoneOf(JobInstance instance) {
        return jdbc.sql("""
                select s.step_name
                from batch_job_execution e join batch_step_execution s on s.job_execution_id = e.job_execution_id
                where e.job_instance_id = ? and s.status = 'COMPLETED'
                """).param(instance.getInstanceId()).query(String.class).set();
    }
}
