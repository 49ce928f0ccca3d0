package jinbo.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import jinbo.disk.OwnerOnlyFile;

/**
 * A PostgreSQL server process over the data folder of a home, with settings that survive a power cut; zonky's own defaults
 * are made for tests that throw their data away.
 */
final class PostgresServer implements Closeable {

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final EmbeddedPostgres postgres;
    private final RunningServer running;

    private PostgresServer(EmbeddedPostgres postgres, RunningServer running) {
        this.postgres = postgres;
        this.running = running;
    }

    /**
     * Starts the server on a free loopback port; the caller holds the home's owner lock. A server that a killed process
     * left behind is stopped first.
     */
    static PostgresServer start(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path programs = folder.resolve("server");
        OrphanedServer.stop(data, programs);
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        OwnerOnlyFile file = RunningServer.file(folder);
        String password = fresh ? RunningServer.newPassword() : knownPassword(file);
        OwnerOnlyFile passwordFile = new OwnerOnlyFile(folder.resolve("initial-password"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_wal_size", "2GB")
                // the server's log must not quote rows: they hold phone numbers
                // (refused statements are told to the client; LOG ranks above ERROR here)
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("timezone", "UTC");
        DURABLE.forEach(builder::setServerConfig);
        if (fresh) {
            passwordFile.write(password);
            builder.setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.path().toString());
            // while the first start is under way a second one must find the password that initdb was given
            new RunningServer(0, password).write(file);
        }
        try {
            EmbeddedPostgres postgres = builder.start();
            PostgresServer server = new PostgresServer(postgres, new RunningServer(postgres.getPort(), password));
            server.requireDurable(folder);
            return server;
        } finally {
            Files.deleteIfExists(passwordFile.path());
        }
    }

    RunningServer running() {
        return running;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static String knownPassword(OwnerOnlyFile file) throws IOException {
        if (!file.exists()) {
            throw new HomeException(
                    "The database is there but the file with its password is gone; restore it from a back-up",
                    file.path());
        }
        return RunningServer.read(file).password();
    }

    private void requireDurable(Path folder) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase(Map.of("password", running.password()))
                        .getConnection();
                var statement = connection.createStatement()) {
            for (var setting : DURABLE.entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!setting.getValue().equals(row.getString(1))) {
                        throw new HomeException("The database server runs with " + setting.getKey() + " off", folder);
                    }
                }
            }
        } catch (SQLException e) {
            postgres.close();
            throw new IOException(e);
        } catch (HomeException e) {
            postgres.close();
            throw e;
        }
    }
}
