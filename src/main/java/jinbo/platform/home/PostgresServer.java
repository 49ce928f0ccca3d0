package jinbo.platform.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.util.FileSystemUtils;

/**
 * Starts a PostgreSQL server process over the data folder of a home, with settings that survive a power cut; zonky's own
 * defaults are made for tests that throw their data away.
 */
final class PostgresServer {

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final Path folder;
    private final OwnerOnlyFile running;
    private Optional<EmbeddedPostgres> startedHere = Optional.empty();

    PostgresServer(Path folder) {
        this.folder = folder;
        this.running = RunningDatabaseServer.file(folder);
    }

    /**
     * Starts the server on a free loopback port; the caller uses the home's database alone. A server that a killed process
     * left behind is stopped first.
     */
    RunningDatabaseServer start() throws IOException {
        Optional<RunningDatabaseServer> before = before();
        stop();
        if (before.isEmpty() || before.get().port() == 0) {
            return startFresh(before);
        }
        return start(before.get(), settings(before.get()));
    }

    /** Stops the server, if it runs, whoever started it. */
    void stop() throws IOException {
        if (startedHere.isPresent()) {
            // it holds a lock file of its own, too
            startedHere.get().close();
            startedHere = Optional.empty();
        }
        Optional<RunningDatabaseServer> known = before();
        if (known.isPresent()) {
            StopDatabaseServer.stop(folder.resolve(known.get().data()));
        }
    }

    private Optional<RunningDatabaseServer> before() throws IOException {
        if (running.exists()) {
            return Optional.of(RunningDatabaseServer.read(running));
        }
        if (Files.exists(folder.resolve(RunningDatabaseServer.FIRST_DATA).resolve("PG_VERSION"))) {
            throw new HomeException(HomeError.DATABASE_PASSWORD_GONE, running.path());
        }
        return Optional.empty();
    }

    /**
     * Makes the data folder. Until its first start has succeeded it may be half made, which port 0 tells; the program that
     * makes it may then have outlived ours and clean up after itself, so another attempt takes another folder.
     */
    private RunningDatabaseServer startFresh(Optional<RunningDatabaseServer> givenUp) throws IOException {
        if (givenUp.isPresent()) {
            FileSystemUtils.deleteRecursively(folder.resolve(givenUp.get().data()));
        }
        String data = givenUp.map(attempt -> "data-"
                        + RunningDatabaseServer.generatePassword()
                                .substring(0, 8)
                                .replace('_', '-'))
                .orElse(RunningDatabaseServer.FIRST_DATA);
        FileSystemUtils.deleteRecursively(folder.resolve(data));
        RunningDatabaseServer attempt =
                new RunningDatabaseServer(0, RunningDatabaseServer.generatePassword(), "", data);
        attempt.write(running);
        OwnerOnlyFile passwordFile = new OwnerOnlyFile(folder.resolve("initial-password"));
        passwordFile.write(attempt.password());
        try {
            return start(
                    attempt,
                    settings(attempt)
                            .setLocaleConfig("auth", "scram-sha-256")
                            .setLocaleConfig("pwfile", passwordFile.path().toString()));
        } finally {
            Files.deleteIfExists(passwordFile.path());
        }
    }

    private RunningDatabaseServer start(RunningDatabaseServer before, EmbeddedPostgres.Builder builder)
            throws IOException {
        try {
            EmbeddedPostgres postgres = builder.start();
            startedHere = Optional.of(postgres);
            RunningDatabaseServer server = new RunningDatabaseServer(
                    postgres.getPort(), before.password(), RunningDatabaseServer.generatePassword(), before.data());
            prepare(server);
            server.write(running);
            return server;
        } catch (IOException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private EmbeddedPostgres.Builder settings(RunningDatabaseServer server) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve(server.data()))
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setConnectConfig("password", server.password())
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_wal_size", "2GB")
                // 64 MB: what a login that listens and does not read may have kept on the disk
                .setServerConfig("max_notify_queue_pages", "8192")
                // the server's log must not quote rows: they hold phone numbers
                // (refused statements are told to the client; LOG ranks above ERROR here)
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("timezone", "UTC");
        DURABLE.forEach(builder::setServerConfig);
        return builder;
    }

    private void prepare(RunningDatabaseServer server) throws IOException {
        DatabaseAddress superuser = server.superuser();
        try (Connection connection =
                DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password())) {
            requireDurable(connection);
            DatabaseRoles.make(connection, server.runtimePassword());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void requireDurable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var setting : DURABLE.entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!setting.getValue().equals(row.getString(1))) {
                        throw new HomeException(HomeError.SETTING_OFF, folder, setting.getKey());
                    }
                }
            }
        }
    }
}
