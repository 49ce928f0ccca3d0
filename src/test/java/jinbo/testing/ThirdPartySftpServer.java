package jinbo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.platform.net.FreePort;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.util.FileSystemUtils;

/**
 * An SFTP server of somebody else on the loopback address, as an insurer's own: it lets one account in by key. It
 * runs as the account of
 * the tests.
 */
public final class ThirdPartySftpServer implements AutoCloseable {

    /** Whose server it is. */
    public enum Program {
        /** ProFTPD's {@code mod_sftp}. */
        PROFTPD("ProFTPD `mod_sftp`"),
        /** The server of Python's {@code asyncssh}. */
        ASYNCSSH("asyncssh"),
        /** A server as the manual of Python's {@code paramiko} shows. */
        PARAMIKO("paramiko"),
        /** A server made with the npm package {@code ssh2}. */
        SSH2("npm `ssh2`");

        private final String shown;

        Program(String shown) {
            this.shown = shown;
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    private static final String USER = "jinbo";
    private static final Duration START_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final Pattern PORT = Pattern.compile("listening on port (\\d+)");
    private static final Path PEERS = Path.of("target/peers/node_modules").toAbsolutePath();

    private final Path folder;
    private final String fingerprint;
    private final Process process;
    private final int port;

    private ThirdPartySftpServer(Path folder, String fingerprint, Process process, int port) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one; the test is skipped where the program is missing.
     *
     * @param client who may log in
     */
    public static ThirdPartySftpServer start(Program program, SshPublicKey client) throws IOException {
        Path folder = Files.createTempDirectory("sftp");
        Path hostKey = folder.resolve("host.key");
        String fingerprint = new SshPublicKey(new SshKeyFile(hostKey).generate().getPublic()).fingerprint();
        Path authorized = Files.writeString(folder.resolve("authorized"), client.line("association") + "\n");
        int free = FreePort.find();
        List<String> command = switch (program) {
            case PROFTPD -> proftpd(folder, client, free);
            case ASYNCSSH -> python("asyncssh", folder, hostKey, authorized);
            case PARAMIKO -> python("paramiko", folder, hostKey, authorized);
            case SSH2 -> node(folder, hostKey, authorized);
        };
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PEERS", PEERS.getParent().toString());
        Process process = builder.start();
        try {
            return new ThirdPartySftpServer(folder, fingerprint, process, portOf(process, free));
        } catch (IOException | RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A new drop on it. */
    public Path newDrop(String name) throws IOException {
        Path root = Files.createDirectory(folder.resolve(name));
        for (DropFolder each : DropFolder.values()) {
            Files.createDirectory(root.resolve(each.folderName()));
        }
        return root;
    }

    /** How to reach a drop here. */
    public DropAddress address(Path drop) {
        return new DropAddress("127.0.0.1", port, USER, HostKeyPins.of(fingerprint), drop.toString());
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroy();
        sessions.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Its users and keys lie in files of its own kind. */
    private static List<String> proftpd(Path folder, SshPublicKey client, int port) throws IOException {
        Path program = ExternalProgram.required("proftpd");
        Shell shell = new Shell(folder, java.util.Map.of());
        String account = System.getProperty("user.name");
        String user = shell.run("id", "-u").succeeded().out().strip();
        String group = shell.run("id", "-g").succeeded().out().strip();
        closed(folder.resolve("passwd"), USER + ":*:" + user + ":" + group + "::" + folder + ":/bin/false\n");
        String[] line = client.line("association").split(" ");
        closed(
                folder.resolve("authorized"),
                "---- BEGIN SSH2 PUBLIC KEY ----\n"
                        + line[1].replaceAll("(.{64})", "$1\n").strip() + "\n---- END SSH2 PUBLIC KEY ----\n");
        Path config = Files.writeString(
                folder.resolve("proftpd.conf"),
                resource("proftpd.conf")
                        .replace("${port}", Integer.toString(port))
                        .replace("${user}", account)
                        .replace(
                                "${group}",
                                shell.run("id", "-gn").succeeded().out().strip())
                        .replace("${folder}", folder.toString()));
        return List.of(program.toString(), "--nodaemon", "--config", config.toString());
    }

    /** The packages are Debian's, which Debian's Python has. */
    private static List<String> python(String module, Path folder, Path hostKey, Path authorized) throws IOException {
        return List.of(
                ExternalProgram.debianPython(module).toString(),
                script(folder, module + "-server.py"),
                hostKey.toString(),
                authorized.toString());
    }

    private static List<String> node(Path folder, Path hostKey, Path authorized) throws IOException {
        if (!Files.isDirectory(PEERS.resolve("ssh2"))) {
            ExternalProgram.missing("the npm package ssh2 is not in " + PEERS);
        }
        return List.of(
                ExternalProgram.required("node").toString(),
                script(folder, "ssh2-server.mjs"),
                hostKey.toString(),
                authorized.toString());
    }

    private static int portOf(Process process, int asked) throws IOException {
        List<String> told = new ArrayList<>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            told.add(line);
            Matcher port = PORT.matcher(line);
            boolean names = port.find();
            if (names || line.contains("standalone mode STARTUP")) {
                Thread drain = new Thread(() -> drain(output), "sftp-server-output");
                drain.setDaemon(true);
                drain.start();
                return names ? Integer.parseInt(port.group(1)) : awaitListening(asked);
            }
        }
        return ExternalProgram.missing("the server does not start here: " + told);
    }

    /** ProFTPD tells that it starts before it listens. */
    private static int awaitListening(int port) throws IOException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (true) {
            try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return connected.getPort();
            } catch (ConnectException notYet) {
                if (System.nanoTime() - deadline >= 0) {
                    throw notYet;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(java.io.Writer.nullWriter());
        } catch (IOException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String script(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name), resource(name)).toString();
    }

    private static void closed(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                ThirdPartySftpServer.class.getResourceAsStream("/jinbo/peer/drops/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
