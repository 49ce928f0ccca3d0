package jinbo.platform.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The PostgreSQL server in a home. The first process that needs it starts it; the last one stops it. */
public final class EmbeddedDatabase implements Closeable {

    /** The value of {@code spring.datasource.url} for this database; the default. */
    public static final String AS_URL = "embedded";

    private static final Map<Path, DatabaseServerUsage> OPEN_HERE = new HashMap<>();

    private final DatabaseServerUsage use;
    private boolean closed;

    private EmbeddedDatabase(DatabaseServerUsage use) {
        this.use = use;
    }

    /** Uses the server if other processes have started it; otherwise starts it. */
    public static EmbeddedDatabase open(Home home) {
        Path folder = home.database();
        // File locks belong to the whole process, so all users of a home in this process share one lock.
        synchronized (OPEN_HERE) {
            DatabaseServerUsage use = OPEN_HERE.computeIfAbsent(folder, DatabaseServerUsage::begin);
            use.add();
            return new EmbeddedDatabase(use);
        }
    }

    /** For the login of the program, which has no more rights than the program needs. */
    public DatabaseAddress address() {
        return use.address();
    }

    /** For the superuser, who owns the tables; only for migrations. */
    public DatabaseAddress superuser() {
        return use.superuser();
    }

    /** True if the server no longer answers. {@link #open} would start it again. */
    public boolean isGone() {
        return !use.answers();
    }

    @Override
    public void close() throws IOException {
        leave(true);
    }

    /** Like {@link #close}, but while this process still has open connections. */
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
