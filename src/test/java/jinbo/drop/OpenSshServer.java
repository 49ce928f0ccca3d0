package jinbo.drop;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jinbo.testing.Peer;

/** An OpenSSH server on the loopback address that lets the user who runs the tests in to one folder. */
final class OpenSshServer implements AutoCloseable {

    /** What Debian's start script creates; as root sshd does not start without it. */
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private final Process process;
    private final DropAddress address;

    private OpenSshServer(Process process, DropAddress address) {
        this.process = process;
        this.address = address;
    }

    static OpenSshServer start(Path folder, SshPublicKey client, Path drop) throws IOException {
        Path program = OpenSsh.required("sshd");
        String user = System.getProperty("user.name");
        if (user.equals("root")) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        SshPublicKey host =
                new SshPublicKey(SshKeyFile.generate(folder.resolve("sshd.key")).getPublic());
        Path authorized = Files.writeString(folder.resolve("authorized"), client.line("association") + "\n");
        int port = freePort();
        Path config = Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "ListenAddress 127.0.0.1:" + port,
                        "HostKey " + folder.resolve("sshd.key"),
                        "AuthorizedKeysFile " + authorized,
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "Subsystem sftp internal-sftp",
                        "ForceCommand internal-sftp"));
        Process process = new ProcessBuilder(program.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .start();
        awaitListening(process);
        return new OpenSshServer(
                process,
                new DropAddress(
                        "127.0.0.1",
                        port,
                        user,
                        HostKeyPins.of(host.fingerprint()),
                        drop.toAbsolutePath().toString()));
    }

    DropAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitListening(Process process) throws IOException {
        BufferedReader told = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            all.append(line).append('\n');
            if (line.contains("Server listening")) {
                Thread drain = new Thread(() -> told.lines().forEach(ignored -> {}), "sshd-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        Peer.missing("sshd does not start here: " + all);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
