package jinbo.batch.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.schedule.FailingRuns.FailingRun;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the records of scheduled runs: one for each due time and attempt, whatever the node. */
@Component
public class RecordedRuns {

    private final JdbcClient jdbc;

    RecordedRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RecordedRun> find(RunKey key, Instant due, int attempt) {
        return jdbc.sql("""
            select * from scheduled_run
            where job = ? and coalesce(insurer, '') = ? and due_at = ? and attempt = ?
            """)
                .params(key.job(), insurer(key).orElse(""), at(due), attempt)
                .query(RecordedRuns::read)
                .optional();
    }

    /** Records that a run has begun, and that abandoned runs with the same key have ended. */
    @Transactional
    long begin(RunKey key, Instant due, int attempt, Instant now, String node) {
        jdbc.sql("""
            update scheduled_run set ended_at = ?, outcome = 'STOPPED', done = 0
            where job = ? and coalesce(insurer, '') = ? and ended_at is null
            """).params(at(now), key.job(), insurer(key).orElse("")).update();
        return jdbc.sql("""
            insert into scheduled_run (job, insurer, due_at, attempt, began_at, node)
            values (?, ?, ?, ?, ?, ?) returning id
            """)
                .param(key.job())
                .param(insurer(key).orElse(null))
                .params(at(due), attempt, at(now), node)
                .query(Long.class)
                .single();
    }

    /** Records that this node continues the run of a dead one. */
    void takeOver(RecordedRun dead, String node) {
        jdbc.sql("update scheduled_run set node = ?, deaths = ? where id = ? and ended_at is null")
                .params(node, dead.deaths() + 1, dead.id())
                .update();
    }

    Optional<Instant> findFirstBegin(RunKey key, Instant due) {
        return jdbc.sql("select began_at from scheduled_run where job = ? and coalesce(insurer, '') = ? and due_at = ?"
                        + " order by attempt limit 1")
                .params(key.job(), insurer(key).orElse(""), at(due))
                .query((row, number) -> instant(row, "began_at").orElseThrow())
                .optional();
    }

    /** Finds the first of the stopped attempts that an attempt continues. */
    Optional<Long> findStopped(RunKey key, Instant due, int attempt) {
        return jdbc.sql("""
            select min(id) from scheduled_run
            where job = :job and coalesce(insurer, '') = :insurer and due_at = :due and outcome = 'STOPPED'
              and attempt < :attempt and attempt > (
                select coalesce(max(attempt), -1) from scheduled_run
                where job = :job and coalesce(insurer, '') = :insurer and due_at = :due and attempt < :attempt
                  and outcome <> 'STOPPED')
            """)
                .param("job", key.job())
                .param("insurer", insurer(key).orElse(""))
                .param("due", at(due))
                .param("attempt", attempt)
                .query((row, number) -> Optional.of(row.getLong(1)).filter(id -> id > 0))
                .single();
    }

    /** @param failing since when each piece of unfinished work fails, by {@link UnfinishedWork#storedName()} */
    @Transactional
    void end(
            long run,
            int deaths,
            String node,
            RecordedRun.End end,
            List<UnfinishedWork> left,
            Map<String, Instant> failing) {
        int ended = jdbc.sql("""
            update scheduled_run set ended_at = ?, outcome = ?, done = ?
            where id = ? and node = ? and deaths = ? and ended_at is null
            """)
                .params(at(end.at()), end.outcome().name(), end.done(), run, node, deaths)
                .update();
        if (ended == 0) {
            throw new RunTakenOverException(run, node);
        }
        for (UnfinishedWork one : left) {
            jdbc.sql("insert into scheduled_run_left (run, insurer, failing_since, what) values (?, ?, ?, ?)")
                    .param(run)
                    .param(one.insurer().map(InsurerCode::value).orElse(null))
                    .params(at(failing.getOrDefault(one.storedName(), end.at())), one.what())
                    .update();
        }
    }

    @Transactional
    void missed(RunKey key, Instant due, Instant now, String node) {
        long run = begin(key, due, 0, now, node);
        end(run, 0, node, new RecordedRun.End(now, RunOutcome.MISSED, 0), List.of(), Map.of());
    }

    public List<UnfinishedWork> findUnfinished(long run) {
        return jdbc.sql("select insurer, what from scheduled_run_left where run = ? order by insurer, what")
                .param(run)
                .query((row, number) -> new UnfinishedWork(
                        Optional.ofNullable(row.getString("insurer")).map(InsurerCode::new), row.getString("what")))
                .list();
    }

    /** Finds runs, newest first; an empty filter matches all. */
    public List<RecordedRun> newest(
            Optional<String> job, Optional<InsurerCode> insurer, Optional<RunOutcome> outcome, int limit, int offset) {
        return jdbc.sql("""
                        select * from scheduled_run
                        where (:job::text is null or job = :job) and (:insurer::text is null or insurer = :insurer)
                          and (:outcome::text is null or outcome = :outcome)
                        order by id desc limit :limit offset :offset
                        """)
                .param("job", job.orElse(null))
                .param("insurer", insurer.map(InsurerCode::value).orElse(null))
                .param("outcome", outcome.map(Enum::name).orElse(null))
                .param("limit", limit)
                .param("offset", offset)
                .query(RecordedRuns::read)
                .list();
    }

    /** Finds the runs that a node executes now, according to db-scheduler. */
    List<RecordedRun> findActive() {
        return jdbc.sql("""
            select run.* from scheduled_run run join scheduled_tasks task
            on task.task_name = run.job and task.task_instance = coalesce(run.insurer, ?)
            where run.ended_at is null and task.picked order by run.id
            """).param(RunKey.FOR_ALL).query(RecordedRuns::read).list();
    }

    /** Finds the unfinished work of each job's newest runs. */
    List<FailingRun> failing() {
        return jdbc.sql("""
            select last.job, undone.insurer, min(undone.failing_since) as since, min(undone.what) as what
            from scheduled_run_left undone join scheduled_run last on last.id = undone.run
            where last.outcome = 'LEFT' and not exists (
                select from scheduled_run newer where newer.job = last.job
                and coalesce(newer.insurer, '') = coalesce(last.insurer, '') and newer.id > last.id
                and newer.outcome in ('DONE', 'LEFT'))
            group by last.job, undone.insurer order by last.job, undone.insurer
            """)
                .query((row, number) -> new FailingRun(
                        row.getString("job"),
                        Optional.ofNullable(row.getString("insurer")).map(InsurerCode::new),
                        instant(row, "since").orElseThrow(),
                        row.getString("what")))
                .list();
    }

    /** Deletes old runs, and those that processed nothing sooner than others; keeps the newest run of each key. */
    void forget(Instant endedBefore, Instant idleBefore) {
        jdbc.sql("""
            delete from scheduled_run old
            where (ended_at < ? or ended_at < ? and outcome = 'DONE' and done = 0) and exists (
                select from scheduled_run newer where newer.job = old.job
                and coalesce(newer.insurer, '') = coalesce(old.insurer, '') and newer.id > old.id
                and newer.outcome in ('DONE', 'LEFT'))
            """).params(at(endedBefore), at(idleBefore)).update();
    }

    private static RecordedRun read(ResultSet row, int number) throws SQLException {
        RunOutcome outcome = row.getString("outcome") == null ? null : RunOutcome.valueOf(row.getString("outcome"));
        long done = row.getLong("done");
        return new RecordedRun(
                row.getLong("id"),
                new RunKey(
                        row.getString("job"),
                        Optional.ofNullable(row.getString("insurer")).map(InsurerCode::new)),
                instant(row, "due_at").orElseThrow(),
                row.getInt("attempt"),
                instant(row, "began_at").orElseThrow(),
                row.getString("node"),
                row.getInt("deaths"),
                instant(row, "ended_at").map(at -> new RecordedRun.End(at, outcome, done)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<String> insurer(RunKey key) {
        return key.insurer().map(InsurerCode::value);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** This node has finished a run that another node has taken over. */
    static final class RunTakenOverException extends RuntimeException {

        RunTakenOverException(long run, String node) {
            super("Run " + run + " was taken over from " + node
                    + ", which missed its heartbeats; the other node ends the run");
        }
    }
}
