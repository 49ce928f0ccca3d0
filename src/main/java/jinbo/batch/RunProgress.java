package jinbo.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The progress of runs in this process, written to the database each second for the consoles of all nodes. */
@Component
public final class RunProgress implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);

    private final JdbcClient jdbc;
    private final LongSupplier nanoseconds;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private Optional<ScheduledExecutorService> writer = Optional.empty();

    @Autowired
    RunProgress(JdbcClient jdbc, Progress progress) {
        this(jdbc, progress, System::nanoTime);
    }

    RunProgress(JdbcClient jdbc, Progress progress, LongSupplier nanoseconds) {
        this.jdbc = jdbc;
        this.nanoseconds = nanoseconds;
        progress.watch((what, done, total) -> ofThisThread().ifPresent(run -> run.at(what, done, total)));
    }

    /**
     * How far a run is.
     *
     * @param run the number of a scheduled run; 0 for a manual run
     * @param insurer empty if the run is for all insurers
     * @param files how many of {@code filesTotal} files or lists are finished
     * @param item the file in progress, of which {@code done} of {@code total} bytes are processed; 0 if unknown
     */
    public record State(
            String job,
            long run,
            String insurer,
            long files,
            long filesTotal,
            long rows,
            String item,
            long done,
            long total,
            Duration elapsed) {

        /** The finished part, from 0 to 1; 0 while it is unknown. */
        public double share() {
            double item = total == 0 ? 0 : Math.min(1, (double) done / total);
            return filesTotal == 0 ? item : Math.min(1, (files + (files < filesTotal ? item : 0)) / filesTotal);
        }

        /** The rows that are processed in a second; 0 while it is unknown. */
        public long rate() {
            return elapsed.toMillis() == 0 ? 0 : rows * 1000 / elapsed.toMillis();
        }

        /** Estimated remaining time. */
        public Optional<Duration> left() {
            return share() == 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - share()) / share())));
        }
    }

    private static final class Run {

        private final String job;
        private final long number;
        private final String insurer;
        private final long begun;
        private long files;
        private long filesTotal;
        private long rows;
        private String item = "";
        private long done;
        private long total;

        Run(String job, long number, String insurer, long begun) {
            this.job = job;
            this.number = number;
            this.insurer = insurer;
            this.begun = begun;
        }

        synchronized void at(String what, long itemDone, long itemTotal) {
            item = what;
            done = itemDone;
            total = itemTotal;
        }

        synchronized void expect(long more) {
            filesTotal += more;
        }

        synchronized void finished(long rowsOfFile) {
            files++;
            rows += rowsOfFile;
            done = 0;
        }

        synchronized State state(long now) {
            return new State(
                    job, number, insurer, files, filesTotal, rows, item, done, total, Duration.ofNanos(now - begun));
        }
    }

    public <T> T during(String job, long number, Optional<?> insurer, Supplier<T> work) {
        Run run = new Run(job, number, insurer.map(Object::toString).orElse(""), nanoseconds.getAsLong());
        String key = key(job, number == 0 ? "" : Long.toString(number));
        runs.put(key, run);
        begin();
        try {
            return LogContext.with(LogContext.Field.JOB, job, work);
        } finally {
            runs.remove(key, run);
            end(run);
        }
    }

    /** Adds files or lists to the total of this thread's run. */
    public void expect(long files) {
        ofThisThread().ifPresent(run -> run.expect(files));
    }

    /** Counts a file or list of this thread's run as finished. */
    public void finished(long rows) {
        ofThisThread().ifPresent(run -> run.finished(rows));
    }

    /** Returns the runs in progress on all nodes, as they were a second ago. */
    public List<State> all() {
        return jdbc.sql("select * from run_progress where reported_at > now() - interval '15 s' order by job, insurer,"
                        + " run")
                .query((row, number) -> new State(
                        row.getString("job"),
                        row.getLong("run"),
                        row.getString("insurer"),
                        row.getLong("files"),
                        row.getLong("files_total"),
                        row.getLong("rows"),
                        row.getString("item"),
                        row.getLong("done"),
                        row.getLong("total"),
                        Duration.ofMillis(row.getLong("elapsed_ms"))))
                .list();
    }

    /** Finds the run by number; for a partition of another node's run only the job is known. */
    private Optional<Run> ofThisThread() {
        Map<String, String> context = LogContext.current();
        String job = context.getOrDefault(LogContext.Field.JOB.key(), "");
        return Optional.ofNullable(runs.get(key(job, context.getOrDefault(LogContext.Field.RUN.key(), ""))))
                .or(() -> runs.values().stream()
                        .filter(run -> run.job.equals(job))
                        .findFirst());
    }

    private static String key(String job, String run) {
        return job + " " + run;
    }

    private synchronized void begin() {
        if (writer.isEmpty()) {
            ScheduledExecutorService once = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "run-progress");
                thread.setDaemon(true);
                return thread;
            });
            once.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
            writer = Optional.of(once);
        }
    }

    /** Writes the current state; a database failure is only logged. */
    synchronized void write() {
        try {
            for (Run run : runs.values()) {
                State now = run.state(nanoseconds.getAsLong());
                jdbc.sql("""
                    insert into run_progress values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                    on conflict (node, job, run, insurer) do update set (files, files_total, rows, item, done, total,
                        elapsed_ms, reported_at) = (excluded.files, excluded.files_total, excluded.rows,
                        excluded.item, excluded.done, excluded.total, excluded.elapsed_ms, excluded.reported_at)
                    """)
                        .params(node, now.job, now.run, now.insurer, now.files, now.filesTotal, now.rows)
                        .params(now.item, now.done, now.total, now.elapsed.toMillis())
                        .update();
            }
        } catch (DataAccessException e) {
            LOG.debug("The progress of runs could not be written", e);
        }
    }

    private synchronized void end(Run run) {
        try {
            jdbc.sql("delete from run_progress where node = ? and job = ? and run = ? and insurer = ? or"
                            + " reported_at < now() - interval '1 min'")
                    .params(node, run.job, run.number, run.insurer)
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("The progress of a run that has ended could not be removed", e);
        }
    }

    @Override
    public synchronized void destroy() {
        writer.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
