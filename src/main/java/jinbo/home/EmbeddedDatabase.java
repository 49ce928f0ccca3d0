package jinbo.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import jinbo.disk.OwnerOnly;

/**
 * The PostgreSQL server in a home: started by the first process that needs it, shared with others, and stopped by the last
 * one that leaves, whoever that is.
 *
 * <p>Everybody who uses the server shares {@code users.lock}; whoever can have it alone knows that nobody else uses the
 * server. Coming and going is done one process at a time, under {@code door.lock}. The operating system drops the locks of
 * a process that dies, so a server that outlives its users is found by the next one who comes.
 */
public final class EmbeddedDatabase implements Closeable {

    /** What stands in the settings where another database's URL would, to ask for this one; the default. */
    public static final String AS_URL = "embedded";

    private static final Duration WAIT_AT_THE_DOOR = Duration.ofSeconds(90);

    private final Path folder;
    private final PostgresServer postgres;
    private final RunningServer server;
    private final FolderLock use;

    private EmbeddedDatabase(Path folder, PostgresServer postgres, RunningServer server, FolderLock use) {
        this.folder = folder;
        this.postgres = postgres;
        this.server = server;
        this.use = use;
    }

    /**
     * Joins those who use the server of this home, or starts it.
     *
     * @throws HomeException if that does not work
     */
    public static EmbeddedDatabase open(Home home) {
        Path folder = home.database();
        try {
            OwnerOnly.createFolder(folder);
        } catch (IOException e) {
            throw new HomeException("The folder of the database cannot be made", folder, e);
        }
        try (FolderLock door = door(folder)) {
            door.requireHeld();
            Optional<FolderLock> alone = FolderLock.tryAlone(users(folder));
            return alone.isPresent() ? start(folder, alone.get()) : join(folder);
        } catch (IOException e) {
            throw new HomeException("The database server of this home cannot be started: " + e.getMessage(), folder, e);
        }
    }

    /** How to reach the server. */
    public DatabaseAddress address() {
        return server.address();
    }

    /** Leaves; the last one to leave stops the server. */
    @Override
    public void close() throws IOException {
        try (FolderLock door = door(folder)) {
            door.requireHeld();
            use.close();
            Optional<FolderLock> alone = FolderLock.tryAlone(users(folder));
            if (alone.isPresent()) {
                try (FolderLock last = alone.get()) {
                    last.requireHeld();
                    postgres.stop();
                }
            }
        }
    }

    private static EmbeddedDatabase start(Path folder, FolderLock alone) throws IOException {
        PostgresServer postgres = new PostgresServer(folder);
        RunningServer running;
        try (alone) {
            running = postgres.start();
        }
        return new EmbeddedDatabase(folder, postgres, running, shared(folder));
    }

    private static EmbeddedDatabase join(Path folder) throws IOException {
        FolderLock use = shared(folder);
        RunningServer running = RunningServer.read(RunningServer.file(folder));
        if (answers(running)) {
            return new EmbeddedDatabase(folder, new PostgresServer(folder), running, use);
        }
        use.close();
        throw new HomeException(
                "Other processes use the database of this home, but its server does not answer; end them and try again",
                folder);
    }

    private static boolean answers(RunningServer running) {
        DatabaseAddress address = running.address();
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return connection.isValid(5);
        } catch (SQLException gone) {
            return false;
        }
    }

    private static FolderLock door(Path folder) throws IOException {
        return FolderLock.await(folder.resolve("door.lock"), WAIT_AT_THE_DOOR)
                .orElseThrow(() -> new HomeException(
                        "Another process starts or stops the database of this home and does not come to an end",
                        folder));
    }

    /** Nobody else can have it alone meanwhile, because that is only tried at the door. */
    private static FolderLock shared(Path folder) throws IOException {
        return FolderLock.tryShared(users(folder))
                .orElseThrow(
                        () -> new HomeException("This process has the database of this home open already", folder));
    }

    private static Path users(Path folder) {
        return folder.resolve("users.lock");
    }
}
