package jinbo.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what Spring Batch has recorded of its executions; its repository has no way to ask for the newest of all jobs. */
@Component
public class RecordedExecutions {

    private final JdbcClient jdbc;

    RecordedExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; an instance that was gone on with has several. */
    public List<RecordedExecution> newest(int most) {
        List<RecordedExecution> bare =
                jdbc.sql("""
                select e.job_execution_id, i.job_name, e.status, coalesce(e.start_time, e.create_time) as start_time, e.end_time
                from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
                order by e.job_execution_id desc limit ?
                """).param(most).query(RecordedExecutions::execution).list();
        Long[] ids = bare.stream().map(RecordedExecution::id).toArray(Long[]::new);
        Map<Long, Map<String, String>> parameters = parametersOf(ids);
        Map<Long, List<RecordedExecution.Step>> steps = stepsOf(ids);
        return bare.stream()
                .map(one -> new RecordedExecution(
                        one.id(),
                        one.job(),
                        parameters.getOrDefault(one.id(), Map.of()),
                        one.status(),
                        one.beganAt(),
                        one.endedAt(),
                        steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<Long, Map<String, String>> parametersOf(Long[] ids) {
        Map<Long, Map<String, String>> all = new TreeMap<>();
        jdbc.sql("""
                select job_execution_id, parameter_name, parameter_value from batch_job_execution_params
                where job_execution_id = any(?)
                """).param(ids).query(row -> {
            all.computeIfAbsent(row.getLong(1), id -> new TreeMap<>()).put(row.getString(2), row.getString(3));
        });
        return all;
    }

    private Map<Long, List<RecordedExecution.Step>> stepsOf(Long[] ids) {
        record StepOf(long execution, RecordedExecution.Step step) {}
        return jdbc
                .sql("""
                select job_execution_id, step_name, status, coalesce(start_time, create_time) as start_time, end_time
                from batch_step_execution where job_execution_id = any(?) order by step_execution_id
                """)
                .param(ids)
                .query((row, number) -> new StepOf(
                        row.getLong("job_execution_id"),
                        new RecordedExecution.Step(
                                row.getString("step_name"),
                                row.getString("status"),
                                instant(row, "start_time"),
                                instant(row, "end_time"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        StepOf::execution, Collectors.mapping(StepOf::step, Collectors.toList())));
    }

    private static RecordedExecution execution(ResultSet row, int number) throws SQLException {
        return new RecordedExecution(
                row.getLong("job_execution_id"),
                row.getString("job_name"),
                Map.of(),
                row.getString("status"),
                instant(row, "start_time"),
                instant(row, "end_time"),
                List.of());
    }

    /** Batch keeps the local time of the machine that ran it; nodes of one exchange have one zone. */
    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.atZone(ZoneId.systemDefault()).toInstant());
    }
}
