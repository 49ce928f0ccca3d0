package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.platform.net.FreePort;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.OpenSshServer;
import jinbo.testing.Readme;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code drop check} says of an OpenSSH server that is as it should be, and of one that is not; the page shows it. */
@Tag("interop")
class DropCheckStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final Path PAGE = Path.of("docs/operators/drops.md");

    @TempDir
    static Path home;

    private static OpenSshServer server;
    private static TestExchange exchange;
    private static SshPublicKey association;
    private static CommandSession commands;
    private static Path drop;

    @BeforeAll
    static void start() throws IOException {
        exchange = TestExchange.start(home, new SettableClock(NOW));
        association =
                new SshPublicKey(exchange.bean(AssociationKeys.class).ssh().getPublic());
        commands = CommandSession.over(exchange);
        server = OpenSshServer.start(association);
    }

    @AfterAll
    static void close() throws IOException {
        if (exchange != null) {
            exchange.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void aDropAsItShouldBe() throws IOException {
        drop = server.newDrop("drop" + System.nanoTime());
        exchange.moveDrop("YUNHE", drop, server.address(drop));
        server.authorize(association);
    }

    @Test
    void aDropThatIsAsItShouldBe() throws IOException {
        CommandOutput checked = check(0);

        onThePage("No fault", checked);
        assertThat(checked.out()).contains("[ok] signed round trip", "meets all requirements of the exchange");
        for (String folder : List.of("upload", "archive", "download")) {
            assertThat(drop.resolve(folder)).isEmptyDirectory();
        }
        assertThat(home.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aHostKeyThatIsNotPinned() {
        DropAddress real = server.address(drop);
        exchange.moveDrop(
                "YUNHE",
                drop,
                new DropAddress(
                        real.host(),
                        real.port(),
                        real.user(),
                        HostKeyPins.of("SHA256:" + "A".repeat(42) + "E"),
                        real.root()));

        CommandOutput checked = check(1);

        onThePage("Host key not pinned", checked);
        assertThat(checked.out())
                .contains(
                        server.fingerprint(), "insurer pin YUNHE " + server.fingerprint(), "[not tested] login; SFTP");
    }

    @Test
    void aKeyThatIsNotAuthorized() throws IOException {
        KeyPair stranger = new SshKeyFile(home.resolve("stranger" + System.nanoTime())).generate();
        server.authorize(new SshPublicKey(stranger.getPublic()));

        CommandOutput checked = check(1);

        onThePage("Key not accepted", checked);
        assertThat(checked.out()).contains(association.line("jinbo-association"), "it accepts publickey");
    }

    @Test
    void aFolderThatIsMissing() throws IOException {
        Files.delete(drop.resolve("archive"));

        onThePage("Missing folder", check(1));
    }

    @Test
    void noRightToWrite() throws IOException {
        Files.setPosixFilePermissions(drop.resolve("download"), PosixFilePermissions.fromString("r-xr-xr-x"));

        CommandOutput checked = check(1);

        onThePage("No permission to write", checked);
        assertThat(checked.out())
                .contains(
                        "[WRONG] write, rename and delete in download/: writing is refused", "[ok] move from upload/");
    }

    @Test
    void aPortThatIsClosed() {
        int closed = FreePort.find();
        at("127.0.0.1", closed);

        onThePage("Closed port", check(1), closed);
    }

    @Test
    void aNameThatNobodyKnows() {
        at("sftp.yunhe.invalid", 22);

        onThePage("Unknown host name", check(1));
    }

    @Test
    void aServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            at("127.0.0.1", silent.getLocalPort());

            onThePage("Server that does not answer", impatient(), silent.getLocalPort());
        }
    }

    @Test
    void whatIsNoSshServer() throws Exception {
        try (ServerSocket mail = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            FutureTask<String> heard =
                    new FutureTask<>(() -> greet(mail, "220 mail.yunhe.example ESMTP \u001b[31mready\r\n"));
            Thread greeting = new Thread(heard);
            greeting.setDaemon(true);
            greeting.start();
            at("127.0.0.1", mail.getLocalPort());

            CommandOutput checked = impatient();

            onThePage("Not an SSH server", checked, mail.getLocalPort());
            assertThat(checked.out()).doesNotContain("\u001b");
            assertThat(heard.get(1, TimeUnit.MINUTES)).startsWith("SSH-2.0-");
        }
    }

    /** Sends the words to the first client; returns the first line of what this client sent. */
    private static String greet(ServerSocket socket, String words) throws IOException {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(in.readLine());
        }
    }

    private static void at(String host, int port) {
        DropAddress real = server.address(drop);
        exchange.moveDrop("YUNHE", drop, new DropAddress(host, port, real.user(), real.pins(), real.root()));
    }

    private static CommandOutput check(int exitCode) {
        return check(exitCode, commands);
    }

    private static CommandOutput impatient() {
        return check(1, commands.with("jinbo.drop.login-within", "1s"));
    }

    private static CommandOutput check(int exitCode, CommandSession session) {
        CommandOutput checked = session.type("drop", "check", "YUNHE");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.exitCode()).as(checked.out()).isEqualTo(exitCode);
        return checked;
    }

    /** Names, ports and keys of this run give way to those of the page, which shows of a fault the two lines that tell it. */
    private void onThePage(String heading, CommandOutput checked, int... ports) {
        String shown = checked.out()
                .replace(drop.toString(), "/exchange")
                .replace(server.fingerprint(), "SHA256:kH5pX0b9sYtq3m1vJ7cWz2dR8fLgN4aUe6oTiQyPxBw")
                .replace(association.fingerprint(), "SHA256:Wz2dR8fLgN4aUe6oTiQyPxBwkH5pX0b9sYtq3m1vJ7c")
                .replace(association.line(""), "ssh-ed25519 AAAA...")
                .replace(exchange.ownCertificate().fingerprint().value(), "3F9A6C51E07D42B88A1C5E93D0F2746B1A8E4C27")
                .replace(OpenSshServer.account() + "@", "jinbo@")
                .replaceAll("(in|let|of) " + OpenSshServer.account() + "\\b", "$1 jinbo")
                .replaceAll("logged in as \\S+", "logged in as jinbo")
                .replace("127.0.0.1:" + server.address(drop).port(), "127.0.0.1:22")
                .replaceAll("SSH-2.0-OpenSSH_\\S+( \\S+)?", "SSH-2.0-OpenSSH_10.0p2 Debian-7")
                .replaceAll("strict; \\S+, \\S+, \\S+", "strict; mlkem768x25519-sha256, aes128-gcm@openssh.com, aead")
                .replaceAll("differs from ours by at most \\d+ s", "differs from ours by at most 1 s")
                .replaceAll("\\b\\d+ bytes, signed", "1,024 bytes, signed");
        for (int port : ports) {
            shown = shown.replace(":" + port, ":2222").replace("port " + port, "port 2222");
        }
        String fault = shown.lines()
                .dropWhile(line -> !line.startsWith("[WRONG]"))
                .limit(2)
                .collect(Collectors.joining("\n"));
        assertThat(Readme.blocksUnder(PAGE, heading, "text"))
                .isEqualTo("$ jinbo drop check YUNHE\n" + (fault.isEmpty() ? shown : "...\n" + fault + "\n...\n"));
    }
}
