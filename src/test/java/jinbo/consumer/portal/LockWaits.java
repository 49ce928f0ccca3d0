package jinbo.consumer.portal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Measures lock waits as PostgreSQL reports them, independently of the machine's load. */
final class LockWaits implements AutoCloseable {

    /** Shorter waits may be missed, and the longest wait is up to this much too short. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private static final String LONGEST_NOW = """
            select coalesce(max(extract(epoch from clock_timestamp() - l.waitstart)), 0) as seconds
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and a.datname = current_database()
            """;

    private final CompletableFuture<Duration> longest;
    private volatile boolean ended;

    private LockWaits(DataSource owner) {
        this.longest = CompletableFuture.supplyAsync(() -> watch(owner));
    }

    static LockWaits of(DataSource owner) {
        return new LockWaits(owner);
    }

    private Duration watch(DataSource owner) {
        try (Connection watching = owner.getConnection();
                Statement look = watching.createStatement()) {
            double seconds = 0;
            while (!ended) {
                try (ResultSet row = look.executeQuery(LONGEST_NOW)) {
                    row.next();
                    seconds = Math.max(seconds, row.getDouble(1));
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return Duration.ofMillis(Math.round(1000 * seconds));
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** Stops and returns the longest wait. */
    Duration longest() {
        ended = true;
        return longest.join();
    }

    @Override
    public void close() {
        ended = true;
    }
}
