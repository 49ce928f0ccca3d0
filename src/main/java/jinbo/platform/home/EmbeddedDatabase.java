package jinbo.platform.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The PostgreSQL server in a home: started by the first who needs it, shared with others, and stopped by the last one that
 * leaves, whoever that is.
 */
public final class EmbeddedDatabase implements Closeable {

    /** What stands in the settings where another database's URL would, to ask for this one; the default. */
    public static final String AS_URL = "embedded";

    private static final Map<Path, DatabaseServerUsage> OPEN_HERE = new HashMap<>();

    private final DatabaseServerUsage use;
    private boolean closed;

    private EmbeddedDatabase(DatabaseServerUsage use) {
        this.use = use;
    }

    /**
     * Joins those who use the server of this home, or starts it.
     *
     * @throws HomeException if that does not work
     */
    public static EmbeddedDatabase open(Home home) {
        Path folder = home.database();
        // locks on files are one process's, whoever in it takes them, so those who open a home in it share one use
        synchronized (OPEN_HERE) {
            DatabaseServerUsage use = OPEN_HERE.computeIfAbsent(folder, DatabaseServerUsage::begin);
            use.add();
            return new EmbeddedDatabase(use);
        }
    }

    /** How the program reaches the server, by a role that may what its work needs and no more. */
    public DatabaseAddress address() {
        return use.address();
    }

    /** How its superuser does, who owns the tables: for migrations alone. */
    public DatabaseAddress superuser() {
        return use.superuser();
    }

    /** Whether the server answers no more: it was killed, or has fallen; who opens the home anew starts it again. */
    public boolean isGone() {
        return !use.answers();
    }

    /** Leaves; the last one to leave stops the server. */
    @Override
    public void close() throws IOException {
        leave(true);
    }

    /** The same in the middle of work: this process ends, and its open connections are not waited for. */
    public void cutOff() throws IOException {
        leave(false);
    }

    private void leave(boolean connectionsAreClosed) throws IOException {
        synchronized (OPEN_HERE) {
            if (!closed && use.remove()) {
                OPEN_HERE.remove(use.folder());
                use.end(connectionsAreClosed);
            }
            closed = true;
        }
    }
}
