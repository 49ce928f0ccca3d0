package jinbo.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.participant.insurer.InsurerCode;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and deletes Spring Batch's records of executions. */
@Component
public class RecordedExecutions {

    private static final int AT_A_TIME = 500;

    /** The statements that delete executions, in the order that the foreign keys require. */
    private static final List<String> FORGET = List.of(
            "delete from batch_step_execution_context where step_execution_id in"
                    + " (select step_execution_id from batch_step_execution where job_execution_id = any(?))",
            "delete from batch_step_execution where job_execution_id = any(?)",
            "delete from batch_job_execution_context where job_execution_id = any(?)",
            "delete from batch_job_execution_params where job_execution_id = any(?)");

    private final JobRepository repository;
    private final JdbcClient jdbc;

    RecordedExecutions(JobRepository repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Deletes up to 500 executions that ended longer ago, by this machine's clock; many slow down job starts. */
    @Transactional
    public void forget(Duration kept) {
        Long[] old = jdbc.sql("""
            select job_execution_id
            from (select job_execution_id, end_time from batch_job_execution order by job_execution_id limit ?) oldest
            where end_time < ?
            """)
                .params(AT_A_TIME, LocalDateTime.now(ZoneId.systemDefault()).minus(kept))
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        if (old.length > 0) {
            FORGET.forEach(command -> jdbc.sql(command).param(old).update());
            jdbc.sql("""
                with gone as (delete from batch_job_execution where job_execution_id = any(?) returning job_execution_id, job_instance_id)
                delete from batch_job_instance where job_instance_id in (select job_instance_id from gone)
                  and not exists (select from batch_job_execution e where e.job_instance_id = batch_job_instance.job_instance_id
                                  and e.job_execution_id not in (select job_execution_id from gone))
                """).param(old).update();
        }
    }

    /** Returns the executions of a filter, newest first. */
    public List<RecordedExecution> newest(ExecutionFilter filter, int limit, int offset) {
        return select("job_execution_id", filter, """
                        where :status::text is null or status = :status
                        order by job_execution_id desc limit :limit offset :offset""")
                .param("status", filter.status().orElse(null))
                .param("limit", limit)
                .param("offset", offset)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Returns how many executions of the filter's job have each status. */
    public Map<String, Long> counts(ExecutionFilter filter) {
        Map<String, Long> counts = new TreeMap<>();
        select("status, count(*) as executions", filter, "group by status").query(row -> {
            counts.put(row.getString("status"), row.getLong("executions"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec select(String columns, ExecutionFilter filter, String rest) {
        return jdbc.sql("select " + columns + """
                         from (select e.job_execution_id, case when e.status = 'COMPLETED' and exists (
                                   select from batch_job_execution_params p where p.job_execution_id = e.job_execution_id
                                       and p.parameter_name = 'inbound-file' and p.parameter_value = any (:held))
                               then 'HELD' else e.status end as status
                               from batch_job_execution e join batch_job_instance i using (job_instance_id)
                               where :job::text is null or i.job_name = :job) shown
                        """ + rest)
                .param("job", filter.job().orElse(null))
                .param("held", filter.heldFiles().stream().map(String::valueOf).toArray(String[]::new));
    }

    /** The executions of the newest instances of each job, newest first; a restarted instance has several. */
    public List<RecordedExecution> newest(int most) {
        return repository.getJobNames().stream()
                .flatMap(job -> repository.getJobInstances(job, 0, most).stream())
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .sorted(Comparator.comparing(JobExecution::getId).reversed())
                .map(RecordedExecutions::execution)
                .toList();
    }

    public Optional<RecordedExecution> find(long id) {
        try {
            return Optional.ofNullable(repository.getJobExecution(id)).map(RecordedExecutions::execution);
        } catch (EmptyResultDataAccessException e) {
            // JdbcJobExecutionDao looks for the instance before it looks whether there is an execution
            return Optional.empty();
        }
    }

    private static RecordedExecution execution(JobExecution execution) {
        TreeMap<String, String> parameters = new TreeMap<>();
        execution
                .getJobParameters()
                .getIdentifyingParameters()
                .forEach(parameter -> parameters.put(parameter.name(), String.valueOf(parameter.value())));
        return new RecordedExecution(
                execution.getId(),
                execution.getJobInstance().getJobName(),
                parameters,
                execution.getStatus().name(),
                instant(Optional.ofNullable(execution.getStartTime()).orElse(execution.getCreateTime())),
                instant(execution.getEndTime()),
                execution.getStepExecutions().stream()
                        .sorted(Comparator.comparing(StepExecution::getId))
                        .map(RecordedExecutions::step)
                        .toList(),
                execution.getStepExecutions().stream()
                        .filter(BatchSteps::isPartition)
                        .map(BatchSteps::insurerOf)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static RecordedExecution.Step step(StepExecution step) {
        return new RecordedExecution.Step(
                step.getStepName(),
                step.getStatus().name(),
                instant(Optional.ofNullable(step.getStartTime()).orElse(step.getCreateTime())),
                instant(step.getEndTime()));
    }

    /** Spring Batch records local time; all nodes of one exchange have the same zone. */
    private static Optional<Instant> instant(@Nullable LocalDateTime time) {
        return Optional.ofNullable(time)
                .map(at -> at.atZone(ZoneId.systemDefault()).toInstant());
    }

    /**
     * Executions of a job in a status.
     *
     * @param status one of Spring Batch, or {@link #HELD}
     * @param heldFiles the files that wait for a decision; a complete execution that ingested one of them is held
     */
    public record ExecutionFilter(Optional<String> job, Optional<String> status, List<Long> heldFiles) {

        public static final String HELD = "HELD";
    }

    /**
     * @param of the identifying job parameters
     * @param insurers the insurers for which it has a step
     */
    public record RecordedExecution(
            long id,
            String job,
            Map<String, String> of,
            String status,
            Optional<Instant> beganAt,
            Optional<Instant> endedAt,
            List<Step> steps,
            List<InsurerCode> insurers) {

        public record Step(String name, String status, Optional<Instant> beganAt, Optional<Instant> endedAt) {}
    }
}
