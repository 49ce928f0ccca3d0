package jinbo.platform.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.ProcessUser;
import jinbo.platform.net.FreePort;
import org.springframework.util.FileSystemUtils;

/** Starts and stops PostgreSQL in a home with durable settings; the defaults of the library zonky are for tests. */
final class PostgresServer {

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** How often a password is hashed at each login. Those of this server are random and too long to be guessed. */
    private static final String SCRAM_ITERATIONS = "scram_iterations";

    private final Path folder;
    private final OwnerOnlyFile running;
    private Optional<EmbeddedPostgres> startedHere = Optional.empty();

    PostgresServer(Path folder) {
        this.folder = folder;
        this.running = RunningDatabaseServer.file(folder);
    }

    /** Starts the server; needs exclusive use. If a killed process has left a server, stops that first. */
    RunningDatabaseServer start() throws IOException {
        Optional<RunningDatabaseServer> before = before();
        stop();
        if (before.isEmpty() || before.get().port() == 0) {
            return startFresh(before);
        }
        return start(before.get(), settings(before.get()));
    }

    /** Stops the server if it is running, even if another process has started it. */
    void stop() throws IOException {
        if (startedHere.isPresent()) {
            // closing also releases a lock file of zonky
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

    /** Uses another folder after a failed attempt, whose initdb may still be running and deleting files. */
    private RunningDatabaseServer startFresh(Optional<RunningDatabaseServer> failed) throws IOException {
        if (failed.isPresent()) {
            FileSystemUtils.deleteRecursively(folder.resolve(failed.get().data()));
        }
        String data = failed.map(attempt -> "data-"
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
                            .setLocaleConfig("set", SCRAM_ITERATIONS + "=1")
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
                .setPort(FreePort.find())
                .setDataDirectory(folder.resolve(server.data()))
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setConnectConfig("password", server.password())
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_wal_size", "2GB")
                // 64 MB: the limit for notifications that a client does not read
                .setServerConfig("max_notify_queue_pages", "8192")
                // The server's log must not quote rows, which contain phone numbers. LOG ranks above ERROR here.
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("timezone", "UTC")
                .setServerConfig(SCRAM_ITERATIONS, "1");
        DURABLE.forEach(builder::setServerConfig);
        return builder;
    }

    private void prepare(RunningDatabaseServer server) throws IOException {
        DatabaseAddress superuser = server.superuser();
        try (Connection connection =
                DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password())) {
            requireDurable(connection);
            DatabaseRoles.create(connection, server.runtimePassword());
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

    /** Stops the server of a data folder, even if another process has started it; needs exclusive use. */
    static final class StopDatabaseServer {

        private static final long STOP_SECONDS = 60;
        private static final String OPTIONS = "postmaster.opts";

        private StopDatabaseServer() {}

        static void stop(Path data) throws IOException {
            Path pidFile = data.resolve("postmaster.pid");
            Optional<String> number = firstLine(pidFile);
            if (number.isEmpty() || number.get().startsWith("-")) {
                // There is no server, or only an abandoned initdb, which writes a negative process id.
                return;
            }
            Optional<ProcessHandle> server = Optional.of(number.get())
                    .filter(text -> text.matches("[1-9]\\d{0,9}"))
                    .flatMap(text -> ProcessHandle.of(Long.parseLong(text)));
            if (server.isEmpty() || belongsToAnother(server.get(), data)) {
                // A power cut may leave the file empty, and then the server would not start.
                Files.deleteIfExists(pidFile);
                return;
            }
            List<String> command = new ArrayList<>();
            if (ProcessUser.isRoot()) {
                // PostgreSQL does not run as root; zonky starts it in a user namespace.
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(control(data).toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"));
            Path output = Files.createTempFile("pg_ctl", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroy();
                    throw new HomeException(HomeError.SERVER_DOES_NOT_STOP, data);
                }
                if (process.exitValue() != 0 && !server.get().isAlive()) {
                    // The server was killed meanwhile, and its file is left.
                    Files.deleteIfExists(pidFile);
                } else if (process.exitValue() != 0 && Files.exists(pidFile)) {
                    throw new HomeException(
                            HomeError.SERVER_NOT_STOPPED,
                            data,
                            Files.readString(output).strip());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while the database server was stopped", e);
            } finally {
                Files.delete(output);
            }
        }

        private static Optional<String> firstLine(Path pidFile) throws IOException {
            try {
                return Optional.of(
                        Files.readString(pidFile).lines().findFirst().orElse("").strip());
            } catch (NoSuchFileException stoppedMeanwhile) {
                return Optional.empty();
            }
        }

        /** After a power cut, another program may have the process id, and {@code pg_ctl} would stop it. */
        private static boolean belongsToAnother(ProcessHandle process, Path data) {
            boolean otherProgram = process.info()
                    .command()
                    .filter(command ->
                            !Path.of(command).getFileName().toString().startsWith("postgres"))
                    .isPresent();
            // The server writes its options immediately after its process id.
            return otherProgram
                    || !Files.exists(data.resolve(OPTIONS))
                    || process.info()
                            .arguments()
                            .flatMap(arguments -> valueOf("-D", arguments))
                            .filter(served -> isAnotherFolder(served, data))
                            .isPresent();
        }

        private static Optional<Path> valueOf(String option, String[] arguments) {
            int at = List.of(arguments).indexOf(option);
            return at >= 0 && at + 1 < arguments.length ? Optional.of(Path.of(arguments[at + 1])) : Optional.empty();
        }

        private static boolean isAnotherFolder(Path served, Path data) {
            try {
                return served.isAbsolute() && !Files.isSameFile(served, data);
            } catch (IOException cannotBeCompared) {
                return false;
            }
        }

        /** {@code pg_ctl} is beside the program that the server has recorded. */
        private static Path control(Path data) throws IOException {
            String started = Files.readString(data.resolve(OPTIONS));
            return Path.of(started.split(" \"", 2)[0].strip()).resolveSibling("pg_ctl");
        }
    }
}
