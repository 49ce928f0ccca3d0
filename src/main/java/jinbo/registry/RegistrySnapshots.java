package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jinbo.accesslog.NumberAccessTemplate;
import org.springframework.stereotype.Component;

/** Opens snapshots of the registry. A snapshot does not change when later batches commit. */
@Component
public record RegistrySnapshots(DataSource dataSource, NumberAccessTemplate gate) {

    /** Takes 160 MB of memory, and 320 MB during sorting. A larger registry is read in several chunks. */
    private static final int BLOCKS_AT_ONCE = 20_000_000;

    private static final int LOCK_CLASS = 0x4A53;

    /** Each snapshot holds a shared advisory lock, which PostgreSQL releases when the transaction ends. */
    static final String SHARE_LOCK = "select pg_advisory_xact_lock_shared(" + LOCK_CLASS + ", 0)";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK_CLASS + ", 0)";

    /** Opens a snapshot of the present state; the caller must close it. */
    public RegistrySnapshot open() {
        return open(BLOCKS_AT_ONCE);
    }

    /** Runs the work while no snapshot can be opened. Returns false without running it if one is already open. */
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
