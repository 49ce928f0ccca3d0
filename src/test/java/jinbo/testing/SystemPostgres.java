package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.platform.net.FreePort;
import org.springframework.util.FileSystemUtils;

/**
 * A cluster of the PostgreSQL that this machine's package manager installed (Debian's {@code postgresql}), in a folder and on
 * a loopback port of its own, with passwords checked as SCRAM; the newest version is taken, at least 15.
 */
public final class SystemPostgres implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;
    private static final String PASSWORD = "superuser-password";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final Shell shell;

    private SystemPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.shell = new Shell(folder, Map.of("LC_ALL", "C.UTF-8", "PGPASSWORD", PASSWORD));
    }

    /** Makes a cluster and starts it. */
    public static SystemPostgres start() throws IOException {
        Path programs = newest();
        Path folder = Files.createTempDirectory("pg");
        SystemPostgres postgres = new SystemPostgres(programs, folder, FreePort.find());
        try {
            postgres.initialise();
            postgres.control("start");
            return postgres;
        } catch (IOException | RuntimeException | AssertionError e) {
            postgres.close();
            throw e;
        }
    }

    /** The JDBC URL of one of its databases, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Runs SQL and {@code psql}'s own commands as the superuser, as they are written on a page; the first error ends it. */
    public String psql(String database, String commands) {
        return psql("postgres", PASSWORD, database, commands).succeeded().out();
    }

    /** Runs them as a role. */
    public Shell.Answer psql(String role, String password, String database, String commands) {
        Path file = folder.resolve("commands.sql");
        try {
            Files.writeString(file, commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "host=127.0.0.1 port=%d user=%s dbname=%s".formatted(port, role, database);
        return new Shell(folder, Map.of("PGPASSWORD", password, "LC_ALL", "C.UTF-8"))
                .run(
                        programs.resolve("psql").toString(),
                        "--no-psqlrc",
                        "--quiet",
                        "--no-align",
                        "--tuples-only",
                        "--set=ON_ERROR_STOP=1",
                        "--file=" + file,
                        address);
    }

    /**
     * Restarts the server, whoever is connected.
     *
     * @param mode {@code fast} (transactions are rolled back, sessions told) or {@code immediate} (as if the power had failed)
     */
    public void restart(String mode) {
        control("-m", mode, "restart");
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data().resolve("postmaster.pid"))) {
            control("-m", "fast", "stop");
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private void initialise() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (OpenSshServer.isRoot()) {
            shell.run("chown", "-R", "nobody", folder.toString()).succeeded();
        }
        run(
                "initdb",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "-D",
                data().toString());
    }

    private void control(String... what) {
        List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-w", "-t", "60"));
        arguments.addAll(List.of("-l", folder.resolve("log").toString()));
        arguments.addAll(List.of(
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=50"));
        arguments.addAll(List.of(what));
        run("pg_ctl", arguments.toArray(String[]::new));
    }

    /** PostgreSQL refuses to be run by root. */
    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (OpenSshServer.isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        shell.run(command).succeeded();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static Path newest() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return ExternalProgram.missing("the system has no PostgreSQL (" + INSTALLED + ")");
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .filter(version -> number(version) >= OLDEST)
                    .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparingInt(SystemPostgres::number))
                    .map(version -> version.resolve("bin"))
                    .orElseGet(() -> ExternalProgram.missing("the system's PostgreSQL is older than " + OLDEST));
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }
}
