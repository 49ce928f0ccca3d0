package jinbo.platform.home;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * This process's use of a home's database server.
 *
 * <p>Every process that uses the server shares {@code users.lock}; one that can have it alone knows that nobody else uses
 * the server. Coming and going is done one process at a time, under {@code door.lock}. The operating system drops the locks
 * of a process that dies, so a server that outlives its users is found by the next one who comes.
 */
final class DatabaseServerUsage {

    private static final Duration WAIT_AT_THE_DOOR = Duration.ofSeconds(90);

    private final Path folder;
    private final PostgresServer postgres;
    private final RunningDatabaseServer running;
    private final FolderLock use;
    private int users;

    private DatabaseServerUsage(Path folder, PostgresServer postgres, RunningDatabaseServer running, FolderLock use) {
        this.folder = folder;
        this.postgres = postgres;
        this.running = running;
        this.use = use;
    }

    /**
     * Joins the other processes, or starts the server.
     *
     * @throws HomeException if that does not work
     */
    static DatabaseServerUsage begin(Path folder) {
        try {
            OwnerOnlyPermissions.createFolder(folder);
            try (FolderLock door = door(folder)) {
                door.requireHeld();
                Optional<FolderLock> alone = FolderLock.tryExclusive(users(folder));
                if (alone.isPresent() && isUsedWithoutLock(folder)) {
                    alone.get().close();
                    return join(folder);
                }
                return alone.isPresent() ? start(folder, alone.get()) : join(folder);
            }
        } catch (IOException e) {
            throw new HomeException(HomeError.SERVER_NOT_STARTED, folder, String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    /**
     * Leaves; if no other process is left, the server is stopped.
     *
     * @param ownConnectionsAreClosed else nobody can tell them from those of a process whose lock is gone, and the locks alone
     *     say whether others are left
     */
    void end(boolean ownConnectionsAreClosed) throws IOException {
        try (FolderLock door = door(folder)) {
            door.requireHeld();
            use.close();
            Optional<FolderLock> alone = FolderLock.tryExclusive(users(folder));
            if (alone.isPresent()) {
                try (FolderLock last = alone.get()) {
                    last.requireHeld();
                    if (!ownConnectionsAreClosed || !OtherDatabaseClients.use(running)) {
                        postgres.stop();
                    }
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    boolean answers() {
        return OtherDatabaseClients.mayExist(running);
    }

    DatabaseAddress address() {
        return running.address();
    }

    DatabaseAddress superuser() {
        return running.superuser();
    }

    void add() {
        users++;
    }

    /** Whether that was the last in this process. */
    boolean remove() {
        users--;
        return users == 0;
    }

    private static DatabaseServerUsage start(Path folder, FolderLock alone) throws IOException {
        PostgresServer postgres = new PostgresServer(folder);
        RunningDatabaseServer running;
        try (alone) {
            running = postgres.start();
        }
        return new DatabaseServerUsage(folder, postgres, running, shared(folder));
    }

    private static DatabaseServerUsage join(Path folder) throws IOException {
        FolderLock use = shared(folder);
        RunningDatabaseServer running = RunningDatabaseServer.read(RunningDatabaseServer.file(folder));
        if (OtherDatabaseClients.mayExist(running)) {
            if (running.runtimePassword().isEmpty()) {
                use.close();
                throw new HomeException(HomeError.STARTED_BY_EARLIER_VERSION, folder);
            }
            return new DatabaseServerUsage(folder, new PostgresServer(folder), running, use);
        }
        use.close();
        throw new HomeException(HomeError.SERVER_SILENT, folder);
    }

    private static boolean isUsedWithoutLock(Path folder) throws IOException {
        OwnerOnlyFile file = RunningDatabaseServer.file(folder);
        return file.exists() && OtherDatabaseClients.use(RunningDatabaseServer.read(file));
    }

    private static FolderLock door(Path folder) throws IOException {
        return FolderLock.await(folder.resolve("door.lock"), WAIT_AT_THE_DOOR)
                .orElseThrow(() -> new HomeException(HomeError.SERVER_BUSY, folder));
    }

    /** Nobody can have it alone meanwhile, because that is only tried at the door. */
    private static FolderLock shared(Path folder) throws IOException {
        return FolderLock.tryShared(users(folder))
                .orElseThrow(() -> new HomeException(HomeError.LOCK_NOT_SHARED, folder));
    }

    private static Path users(Path folder) {
        return folder.resolve("users.lock");
    }

    /**
     * Asks a database server who is connected to it. The locks in the home say that, too, but somebody who tidies up
     * may have deleted them, and a server must not be stopped under those who use it.
     */
    static final class OtherDatabaseClients {

        /** A server needs a moment to notice that a client has left. */
        private static final Duration LEAVING = Duration.ofSeconds(2);

        private static final String ANSWER_SECONDS = "5";

        private OtherDatabaseClients() {}

        /** Whether the server answers, and anybody else is connected and stays so. */
        static boolean use(RunningDatabaseServer server) {
            BoundedWait boundedWait = new BoundedWait(LEAVING);
            boolean used = areConnectedTo(server);
            while (used && boundedWait.pause()) {
                used = areConnectedTo(server);
            }
            return used;
        }

        /** Whether the server answers to the password of this home. */
        static boolean mayExist(RunningDatabaseServer server) {
            try (Connection connection = connect(server)) {
                return connection.isValid(Integer.parseInt(ANSWER_SECONDS));
            } catch (SQLException gone) {
                return false;
            }
        }

        private static boolean areConnectedTo(RunningDatabaseServer server) {
            try (Connection connection = connect(server);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select exists (select from pg_stat_activity"
                            + " where backend_type = 'client backend' and pid <> pg_backend_pid())")) {
                row.next();
                return row.getBoolean(1);
            } catch (SQLException gone) {
                return false;
            }
        }

        /** Some other program may have got the port meanwhile, and need not answer at all. */
        private static Connection connect(RunningDatabaseServer server) throws SQLException {
            Properties login = new Properties();
            login.setProperty("user", server.superuser().user());
            login.setProperty("password", server.superuser().password());
            for (String limit : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
                login.setProperty(limit, ANSWER_SECONDS);
            }
            return DriverManager.getConnection(server.superuser().url(), login);
        }
    }
}
