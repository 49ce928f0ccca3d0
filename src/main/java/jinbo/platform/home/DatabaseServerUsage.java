package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * This process's use of a home's database server. While it lasts, the process holds {@code users.lock} shared. {@code
 * door.lock} is held exclusively to begin and end a use.
 */
final class DatabaseServerUsage {

    private static final Duration DOOR_TIMEOUT = Duration.ofSeconds(90);

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

    /** Begins to use the running server of other processes, or starts the server. */
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
        } catch (IOException | UncheckedIOException e) {
            throw new HomeException(HomeError.SERVER_NOT_STARTED, folder, String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    /** Stops the server if no other process uses it. If own connections are open, only the locks show that. */
    void end(boolean ownConnectionsAreClosed) throws IOException {
        try (FolderLock door = door(folder)) {
            door.requireHeld();
            use.close();
            Optional<FolderLock> alone = FolderLock.tryExclusive(users(folder));
            if (alone.isPresent()) {
                try (FolderLock last = alone.get()) {
                    last.requireHeld();
                    if (!ownConnectionsAreClosed || !running.hasOtherClients()) {
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
        return running.answers();
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

    /** Returns true if that was the last user in this process. */
    boolean remove() {
        return --users == 0;
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
        if (running.answers()) {
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
        return file.exists() && RunningDatabaseServer.read(file).hasOtherClients();
    }

    private static FolderLock door(Path folder) throws IOException {
        return FolderLock.await(folder.resolve("door.lock"), DOOR_TIMEOUT)
                .orElseThrow(() -> new HomeException(HomeError.SERVER_BUSY, folder));
    }

    /** Succeeds, because other processes try to lock exclusively only while they hold {@code door.lock}. */
    private static FolderLock shared(Path folder) throws IOException {
        return FolderLock.tryShared(users(folder))
                .orElseThrow(() -> new HomeException(HomeError.LOCK_NOT_SHARED, folder));
    }

    private static Path users(Path folder) {
        return folder.resolve("users.lock");
    }
}
