package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jinbo.accesslog.NumberAccessTemplate;
import org.springframework.stereotype.Component;

/** Opens snapshots of the registry, which do not change while batches commit. */
@Component
public record RegistrySnapshots(DataSource dataSource, NumberAccessTemplate gate) {

    /** 160 MB in memory, and twice as much while sorting. A larger registry is read several times. */
    private static final int BLOCKS_AT_ONCE = 20_000_000;

    private static final int LOCK_CLASS = 0x4A53;

    /** Each snapshot shares an advisory lock, which PostgreSQL releases when its transaction or process ends. */
    static final String SHARE_LOCK = "select pg_advisory_xact_lock_shared(" + LOCK_CLASS + ", 0)";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK_CLASS + ", 0)";

    /** A snapshot of the registry as of now; the caller closes it. */
    public RegistrySnapshot open() {
        return open(BLOCKS_AT_ONCE);
    }

    /** Runs work if no process has a snapshot open, and keeps others from opening one; false if it did not run. */
    public boolean runIfNoneOpen(Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(TRY_LOCK)) {
                row.next();
                boolean none = row.getBoolean(1);
                if (none) {
                    work.run();
                }
                return none;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new RegistryReadException("the snapshots that are open", e);
        }
    }

    RegistrySnapshot open(int blocksAtOnce) {
        try {
            return new RegistrySnapshot(dataSource, gate, blocksAtOnce);
        } catch (SQLException e) {
            throw new RegistryReadException("a snapshot", e);
        }
    }
}
