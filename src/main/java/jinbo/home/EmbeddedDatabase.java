package jinbo.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import jinbo.disk.OwnerOnly;
import jinbo.disk.OwnerOnlyFile;

/**
 * The PostgreSQL server in a home: started by the first process that needs it, used by others, and stopped by the process
 * that started it once the others are done.
 *
 * <p>Two locks tell who is who: the starter holds {@code owner.lock} for as long as it lives, every other process shares
 * {@code users.lock}. The operating system drops the locks of a process that dies.
 */
public final class EmbeddedDatabase implements Closeable {

    /** What stands in the settings where another database's URL would, to ask for this one; the default. */
    public static final String AS_URL = "embedded";

    private static final Duration WAIT_FOR_SERVER = Duration.ofSeconds(60);
    private static final Duration WAIT_FOR_USERS = Duration.ofMinutes(2);

    private final RunningServer server;
    private final Closeable release;

    private EmbeddedDatabase(RunningServer server, Closeable release) {
        this.server = server;
        this.release = release;
    }

    /**
     * Attaches to the server that runs for this home, or starts it.
     *
     * @throws HomeException if neither works within a minute
     */
    public static EmbeddedDatabase open(Home home) {
        Path folder = home.database();
        Patience patience = new Patience(WAIT_FOR_SERVER);
        try {
            OwnerOnly.createFolder(folder);
            while (true) {
                Optional<FileLock> owner = tryLock(folder.resolve("owner.lock"), false);
                if (owner.isPresent()) {
                    return start(folder, owner.get());
                }
                Optional<EmbeddedDatabase> attached = attach(folder);
                if (attached.isPresent()) {
                    return attached.get();
                }
                if (!patience.pause()) {
                    throw new HomeException(
                            "Another process holds the database of this home and does not let anyone in; end it or wait",
                            folder);
                }
            }
        } catch (IOException e) {
            throw new HomeException("The database server of this home cannot be started: " + e.getMessage(), folder, e);
        }
    }

    /** How to reach the server. */
    public DatabaseAddress address() {
        return server.address();
    }

    @Override
    public void close() throws IOException {
        release.close();
    }

    private static EmbeddedDatabase start(Path folder, FileLock owner) throws IOException {
        try {
            PostgresServer postgres = PostgresServer.start(folder);
            postgres.running().write(RunningServer.file(folder));
            return new EmbeddedDatabase(postgres.running(), () -> {
                Optional<FileLock> alone = Optional.empty();
                try {
                    alone = waitForUsers(folder);
                    postgres.close();
                } finally {
                    if (alone.isPresent()) {
                        alone.get().acquiredBy().close();
                    }
                    owner.acquiredBy().close();
                }
            });
        } catch (IOException | RuntimeException e) {
            owner.acquiredBy().close();
            throw e;
        }
    }

    private static Optional<EmbeddedDatabase> attach(Path folder) throws IOException {
        OwnerOnlyFile file = RunningServer.file(folder);
        Optional<FileLock> user = tryLock(folder.resolve("users.lock"), true);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (file.exists()) {
            RunningServer running = RunningServer.read(file);
            if (answers(running)) {
                return Optional.of(new EmbeddedDatabase(running, user.get().acquiredBy()::close));
            }
        }
        user.get().acquiredBy().close();
        return Optional.empty();
    }

    private static boolean answers(RunningServer running) {
        DatabaseAddress address = running.address();
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The lock that keeps newcomers out while the server stops; none if somebody does not leave in time. */
    private static Optional<FileLock> waitForUsers(Path folder) throws IOException {
        Patience patience = new Patience(WAIT_FOR_USERS);
        Optional<FileLock> alone = tryLock(folder.resolve("users.lock"), false);
        while (alone.isEmpty() && patience.pause()) {
            alone = tryLock(folder.resolve("users.lock"), false);
        }
        return alone;
    }

    private static Optional<FileLock> tryLock(Path file, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            return Optional.empty();
        }
    }
}
