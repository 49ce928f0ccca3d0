package jinbo.exchange.sftp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import jinbo.exchange.sftp.CustomSshClient;
import jinbo.exchange.sftp.DeliveryOutcome;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.testing.AttackTable;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSftpServerIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path home;

    private TestDrop drop;
    private SshClient ssh;
    private ClientSession insurer;
    private SftpClient sftp;

    /** A client of the insurer that tries all of the protocol. */
    @BeforeEach
    void logIn() throws IOException {
        drop = new TestDrop(home);
        ssh = CustomSshClient.withoutPins();
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(ssh, true);
        CoreModuleProperties.REQUEST_SHELL_REPLY.set(ssh, true);
        ssh.start();
        insurer = logIn("YUNHE");
        sftp = SftpClientFactory.instance().createSftpClient(insurer);
    }

    private ClientSession logIn(String user) throws IOException {
        ClientSession session = ssh.connect(user, new InetSocketAddress("127.0.0.1", drop.server.port()))
                .verify(SOON)
                .getSession();
        session.addPublicKeyIdentity(drop.clientKey);
        session.auth().verify(SOON);
        return session;
    }

    @AfterEach
    void close() throws IOException {
        ssh.stop();
        drop.close();
    }

    @Test
    void whatAnInsurerMakesIsClosedToOthersWhateverItAsksFor() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
        SftpClient.Attributes openToAll = new SftpClient.Attributes().perms(0666);
        try (SftpClient.CloseableHandle file =
                sftp.open("/upload/file", EnumSet.of(SftpClient.OpenMode.Create, SftpClient.OpenMode.Write))) {
            sftp.write(file, 0, new byte[] {1}, 0, 1);
            sftp.setStat(file, openToAll);
        }
        sftp.setStat("/upload/file", openToAll);
        sftp.mkdir("/upload/folder");
        sftp.setStat("/upload/folder", new SftpClient.Attributes().perms(0777));

        Path upload = home.resolve("drops/YUNHE/upload");
        AttackTable.row(
                "local: reading what an insurer has uploaded with permissions 0666, in a folder of 0777",
                "rw-------, rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(upload.resolve("file"))) + ", "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(upload.resolve("folder"))));
    }

    @Test
    void climbingOutWithDotsEndsAtTheRoot() throws IOException {
        TestDrop.put(home.resolve("secret"), "secret");
        TestDrop.put(home.resolve("drops/secret"), "secret");

        for (String path : new String[] {"../secret", "/../secret", "upload/../../secret", "../../secret"}) {
            assertThatThrownBy(() -> sftp.stat(path)).as(path).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> readAll(path)).as(path).isInstanceOf(IOException.class);
        }
        assertThat(sftp.canonicalPath("../..")).isEqualTo("/");
    }

    @Test
    void aSessionHasNoMoreThanSixteenChannels() throws IOException {
        SftpClientFactory factory = SftpClientFactory.instance();
        for (int channels = 1; channels < 16; channels++) {
            assertThat(factory.createSftpClient(insurer).canonicalPath(".")).isEqualTo("/");
        }

        assertThatThrownBy(() -> factory.createSftpClient(insurer)).isInstanceOf(IOException.class);
    }

    @Test
    void anotherInsurersDropCannotBeReached() throws IOException {
        drop.addAccount("BOHAI", drop.clientKey);
        TestDrop.put(home.resolve("drops/BOHAI/download/list.pgp"), "theirs");
        TestDrop.put(drop.download("mine.pgp"), "mine");

        for (String path : new String[] {"../BOHAI/download/list.pgp", "/../BOHAI/download/list.pgp"}) {
            assertThatThrownBy(() -> readAll(path)).as(path).satisfies(EmbeddedSftpServerIT::saysThatThereIsNoSuchFile);
        }
        assertThat(readAll("../download/mine.pgp"))
                .as("one's own, by such a path")
                .isEqualTo("mine");
        try (ClientSession bohai = logIn("BOHAI");
                SftpClient theirs = SftpClientFactory.instance().createSftpClient(bohai)) {
            assertThat(readAll(theirs, "download/list.pgp")).isEqualTo("theirs");
        }
    }

    @Test
    void linksCannotBeMade() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "x");

        assertThatThrownBy(() -> sftp.symLink("upload/link", "/etc/passwd")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.symLink("upload/link", "a.pgp")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.link("upload/link", "upload/a.pgp", false))
                .isInstanceOf(IOException.class);
        assertThat(Files.exists(drop.upload("link"), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowedByAnything() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs symbolic links");
        Path outside = Files.createDirectory(home.resolve("outside"));
        Path secret = TestDrop.put(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(drop.upload("file"), secret);
        Files.createSymbolicLink(drop.upload("folder"), outside);
        Files.createSymbolicLink(drop.upload("fresh"), outside.resolve("fresh"));

        assertThatThrownBy(() -> readAll("upload/file")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> readAll("upload/folder/secret")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.stat("upload/folder/secret")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.readEntries("upload/folder")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> sftp.mkdir("upload/folder/x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.remove("upload/folder/secret")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.rename("upload/folder/secret", "upload/mine"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.put(secret, "upload/fresh")).isInstanceOf(IOException.class);
        assertThat(sftp.readEntries("upload"))
                .filteredOn(entry -> List.of("file", "folder", "fresh").contains(entry.getFilename()))
                .hasSize(3)
                .allSatisfy(entry -> {
                    assertThat(entry.getAttributes().isSymbolicLink()).isTrue();
                    assertThat(entry.getAttributes().isRegularFile()).isFalse();
                    assertThat(entry.getAttributes().isDirectory()).isFalse();
                });
        assertThat(outside).isDirectoryContaining("glob:**/secret");
        assertThat(outside.resolve("fresh")).doesNotExist();
    }

    @Test
    void aRenameNeverOverwritesWhateverTheClientAsksFor() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "a");
        TestDrop.put(drop.upload("b.pgp"), "b");

        assertThatThrownBy(() -> sftp.rename("upload/a.pgp", "upload/b.pgp")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sftp.rename("upload/a.pgp", "upload/b.pgp", SftpClient.CopyMode.Overwrite))
                .isInstanceOf(IOException.class);
        assertThat(sftp.getExtension(OpenSSHPosixRenameExtension.class).isSupported())
                .isFalse();
        assertThat(drop.upload("b.pgp")).hasContent("b");
        assertThat(drop.upload("a.pgp")).hasContent("a");
    }

    @Test
    void aSenderMayRenameItsPartAndItsFolders() throws IOException {
        TestDrop.put(drop.upload("a.pgp.part"), "a");
        sftp.mkdir("upload/one");

        sftp.rename("upload/a.pgp.part", "upload/a.pgp");
        sftp.rename("upload/one", "upload/two");

        assertThat(drop.upload("a.pgp")).hasContent("a");
        assertThat(drop.upload("a.pgp.part")).doesNotExist();
        assertThat(drop.upload("two")).isDirectory();
    }

    @Test
    void thereIsNoCommandNoCopyProgramAndNoShell() throws IOException {
        Path marker = home.resolve("marker");
        try (ClientChannel command = insurer.createExecChannel("touch " + marker)) {
            assertRefused(command);
        }
        try (ClientChannel scp = insurer.createExecChannel("scp -f /etc/passwd")) {
            assertRefused(scp);
        }
        try (ClientChannel shell = insurer.createShellChannel()) {
            assertRefused(shell);
        }
        assertThat(marker).doesNotExist();
    }

    /** The channel opens, refuses the request, and closes without exit status. */
    private static void assertRefused(ClientChannel channel) throws IOException {
        channel.open().verify(SOON);
        assertThat(channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), SOON)).contains(ClientChannelEvent.CLOSED);
        assertThat(channel.getExitStatus()).isNull();
    }

    @Test
    void thereIsNoForwarding() throws IOException {
        assertThatThrownBy(() -> insurer.startRemotePortForwarding(
                        new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 1)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
                    try (ClientChannel tunnel = insurer.createDirectTcpipChannel(
                            new SshdSocketAddress("127.0.0.1", 1),
                            new SshdSocketAddress("127.0.0.1", drop.server.port()))) {
                        tunnel.open().verify(SOON);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(sftp.canonicalPath(".")).as("the session goes on").isEqualTo("/");
    }

    @Test
    void anAccountThatWasTakenAwayNoLongerLetsIn() {
        drop.accounts.remove("YUNHE");

        assertThatThrownBy(drop::open).isInstanceOf(DropLoginRefusedException.class);
    }

    @Test
    void theHostKeyStaysTheSameOverARestart() throws IOException {
        String before = drop.server.fingerprint();
        drop.server.close();
        try (EmbeddedSftpServer again =
                EmbeddedSftpServer.start(0, home.resolve("host.key"), user -> java.util.Optional.empty())) {
            assertThat(again.fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void twentyMegabytesGoBothWaysBitForBit() throws IOException {
        byte[] block = new byte[1_000_000];
        Random random = new Random(20120921);
        Path large = home.resolve("large");
        try (var out = Files.newOutputStream(large)) {
            for (int i = 0; i < 20; i++) {
                random.nextBytes(block);
                out.write(block);
            }
            out.write(7);
        }
        Files.copy(large, drop.upload("large.pgp"));

        try (DropSession session = drop.open()) {
            DeliveryOutcome delivered = session.deliver(large, "large.pgp");
            FetchOutcome fetched = session.fetch(
                    DropFolder.UPLOAD,
                    session.scan().files().get(0),
                    home.resolve("fetched"),
                    30_000_000,
                    TransferProgressListener.SILENT);

            assertThat(Files.mismatch(large, drop.download("large.pgp"))).isEqualTo(-1);
            assertThat(Files.mismatch(large, home.resolve("fetched"))).isEqualTo(-1);
            assertThat(fetched)
                    .isEqualTo(new FetchOutcome.Fetched(home.resolve("fetched"), 20_000_001, delivered.sha256()));
            assertThat(session.deliver(large, "large.pgp")).isInstanceOf(DeliveryOutcome.AlreadyThere.class);
        }
    }

    private String readAll(String path) throws IOException {
        return readAll(sftp, path);
    }

    private static String readAll(SftpClient client, String path) throws IOException {
        try (var in = client.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void saysThatThereIsNoSuchFile(Throwable refusal) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        SftpException.class,
                        answer -> assertThat(answer.getStatus()).isEqualTo(SftpConstants.SSH_FX_NO_SUCH_FILE));
    }
}
