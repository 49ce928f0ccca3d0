package jinbo.registry;

import java.sql.SQLException;
import javax.sql.DataSource;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.registry.RegistrySnapshot.OpenSnapshots;
import org.springframework.stereotype.Component;

/** Opens views of the registry that do not move while batches go on committing. */
@Component
public record RegistrySnapshots(DataSource dataSource, NumberAccessTemplate gate) {

    /** In memory 160 MB, and twice as much while they are sorted. A registry of more is read several times over. */
    private static final int BLOCKS_AT_ONCE = 20_000_000;

    /**
     * A view of the registry as it stands now. The caller closes it.
     *
     * @throws RegistryReadException if the database fails
     */
    public RegistrySnapshot open() {
        return open(BLOCKS_AT_ONCE);
    }

    /**
     * Does something unless a view is open, in any process; none is opened meanwhile.
     *
     * @return whether it was done
     * @throws RegistryReadException if the database fails
     */
    public boolean runIfNoneOpen(Runnable work) {
        try {
            return OpenSnapshots.runIfNoneOpen(dataSource, work);
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
