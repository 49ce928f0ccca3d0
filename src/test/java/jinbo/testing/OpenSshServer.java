package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.platform.net.FreePort;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.util.FileSystemUtils;

/**
 * OpenSSH's server on the loopback address, as an insurer's own: it lets one account in by key, to SFTP alone. Tests that run
 * as root have Debian's account {@code nobody} for that, so that permissions mean something; others their own account.
 */
public final class OpenSshServer implements AutoCloseable {

    /** What Debian's start script creates; as root sshd does not start without it. */
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private static final Duration LOGGED_WITHIN = Duration.ofMinutes(1);

    private final Path folder;
    private final Path config;
    private final int port;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Process process;
    private String fingerprint;

    private OpenSshServer(Path folder, int port) {
        this.folder = folder;
        this.config = folder.resolve("sshd_config");
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param client who may log in
     * @param sftpArguments of {@code internal-sftp}, for example {@code -P rename} to refuse a request
     */
    public static OpenSshServer start(SshPublicKey client, String... sftpArguments) throws IOException {
        Path program = ExternalProgram.required("sshd");
        Path folder = Files.createTempDirectory("sshd");
        // the session's account reads the keys that may log in, and its drops lie here
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path authorized = Files.writeString(folder.resolve("authorized"), client.line("association") + "\n");
        Files.setPosixFilePermissions(authorized, PosixFilePermissions.fromString("rw-r--r--"));
        OpenSshServer server = new OpenSshServer(folder, FreePort.find());
        server.configure(authorized, List.of(sftpArguments));
        server.run(program);
        return server;
    }

    /** Lets this key in from now on, and no other. */
    public void authorize(SshPublicKey client) throws IOException {
        Files.writeString(folder.resolve("authorized"), client.line("association") + "\n");
    }

    /** The account that sessions run as. */
    public static String account() {
        return isRoot() ? "nobody" : System.getProperty("user.name");
    }

    /** Whether the tests may do what only root may. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** A new drop whose folders the session's account owns. */
    public Path newDrop(String name) throws IOException {
        Path root = Files.createDirectory(folder.resolve(name));
        List<String> folders = new ArrayList<>();
        for (DropFolder each : DropFolder.values()) {
            folders.add(Files.createDirectory(root.resolve(each.folderName())).toString());
        }
        if (isRoot()) {
            folders.addAll(0, List.of("chown", account()));
            new Shell(folder, java.util.Map.of()).run(folders).succeeded();
        }
        return root;
    }

    /** How to reach a drop here, by the host key that the server shows now. */
    public DropAddress address(Path drop) {
        return new DropAddress("127.0.0.1", port, account(), HostKeyPins.of(fingerprint), drop.toString());
    }

    /** The fingerprint of the host key that the server shows now. */
    public String fingerprint() {
        return fingerprint;
    }

    /** What the server wrote into its log so far. */
    public List<String> log() {
        return List.copyOf(told);
    }

    /**
     * Waits until the server has logged such a line, because it logs while its clients go on.
     *
     * @param from the number of lines to skip
     * @return the lines after those that are skipped
     */
    public List<String> awaitLog(int from, Predicate<String> line) {
        long latest = System.nanoTime() + LOGGED_WITHIN.toNanos();
        synchronized (told) {
            while (told.stream().skip(from).noneMatch(line)) {
                long left = TimeUnit.NANOSECONDS.toMillis(latest - System.nanoTime());
                assertThat(left).as("such a line in " + told).isPositive();
                try {
                    told.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return told.stream().skip(from).toList();
        }
    }

    /** Kills the processes of all sessions that are open, as an administrator or the kernel does. */
    public void killSessions() {
        List<ProcessHandle> sessions = process.descendants().toList();
        sessions.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle session : sessions) {
            session.onExit().join();
        }
    }

    /** Comes back on the same port with another host key, as after the machine was set up anew. */
    public void changeHostKey() throws IOException {
        stop();
        Files.delete(folder.resolve("sshd.key"));
        run(ExternalProgram.required("sshd"));
    }

    @Override
    public void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(folder);
    }

    private void configure(Path authorized, List<String> sftpArguments) throws IOException {
        String sftp = Stream.concat(Stream.of("internal-sftp"), sftpArguments.stream())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        Files.write(
                config,
                List.of(
                        "ListenAddress 127.0.0.1:" + port,
                        "HostKey " + folder.resolve("sshd.key"),
                        "AuthorizedKeysFile " + authorized,
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "AllowUsers " + account(),
                        "Subsystem sftp internal-sftp",
                        "ForceCommand " + sftp));
    }

    private void run(Path program) throws IOException {
        if (isRoot()) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        fingerprint = new SshPublicKey(
                        new SshKeyFile(folder.resolve("sshd.key")).generate().getPublic())
                .fingerprint();
        process = new ProcessBuilder(program.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .start();
        awaitListening();
    }

    private void stop() {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroy();
        sessions.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitListening() throws IOException {
        BufferedReader output = process.inputReader();
        for (Optional<String> line = next(output); line.isPresent(); line = next(output)) {
            told.add(line.get());
            if (line.get().contains("Server listening")) {
                Thread drain = new Thread(() -> drain(output), "sshd-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        ExternalProgram.missing("sshd does not start here: " + told);
    }

    private void drain(BufferedReader output) {
        try {
            for (Optional<String> line = next(output); line.isPresent(); line = next(output)) {
                tell(line.get());
            }
        } catch (IOException e) {
            tell("(the server was ended)");
        }
    }

    private void tell(String line) {
        synchronized (told) {
            told.add(line);
            told.notifyAll();
        }
    }

    private static Optional<String> next(BufferedReader output) throws IOException {
        return Optional.ofNullable(output.readLine());
    }
}
