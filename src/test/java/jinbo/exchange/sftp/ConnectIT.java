package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.JailedFileSystemAccessor;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectIT {

    private static final String OTHER = "SHA256:" + "A".repeat(43);

    @TempDir
    Path home;

    private TestDrop drop;

    @BeforeEach
    void start() throws IOException {
        drop = new TestDrop(home);
    }

    @AfterEach
    void stop() throws IOException {
        drop.close();
    }

    @Test
    void aHostKeyThatIsNotPinnedIsRefusedAndReported() {
        DropAddress wrong = pinned(HostKeyPins.of(OTHER));

        assertThatThrownBy(() -> drop.client.open(TestDrop.YUNHE, wrong))
                .isInstanceOfSatisfying(HostKeyRefusedException.class, refused -> {
                    assertThat(refused.offered()).isEqualTo(drop.server.fingerprint());
                    assertThat(refused.address()).isEqualTo(wrong);
                    assertThat(refused)
                            .hasMessageContaining(drop.server.fingerprint())
                            .hasMessageContaining(OTHER);
                });
    }

    @Test
    void oneOfSeveralPinnedKeysIsEnough() {
        try (DropSession session =
                drop.client.open(TestDrop.YUNHE, pinned(HostKeyPins.of(OTHER, drop.server.fingerprint())))) {
            assertThat(session.missingFolders()).isEmpty();
        }
    }

    @Test
    void aKeyThatIsNotAuthorizedIsNotLetIn() throws IOException {
        KeyPair stranger = new SshKeyFile(home.resolve("stranger")).generate();

        assertThatThrownBy(() -> drop.client.open(
                        TestDrop.YUNHE, drop.server.addressOf("YUNHE"), DropCredentials.ofKey(stranger)))
                .isInstanceOf(DropLoginRefusedException.class);
    }

    @Test
    void aPasswordIsNotLetInToTheEmbeddedServer() {
        assertThatThrownBy(() -> drop.client.open(
                        TestDrop.YUNHE, drop.server.addressOf("YUNHE"), DropCredentials.ofPassword("guess")))
                .isInstanceOf(DropLoginRefusedException.class)
                .hasMessageNotContaining("guess");
    }

    @Test
    void anUnknownUserIsNotLetIn() {
        assertThatThrownBy(() -> drop.client.open(TestDrop.YUNHE, drop.server.addressOf("NOBODY")))
                .isInstanceOf(DropLoginRefusedException.class);
    }

    @Test
    void theSecondKeyIsTriedWhereTheFirstIsNotAuthorized() throws IOException {
        KeyPair next = new SshKeyFile(home.resolve("next")).generate();
        DropCredentials both = DropCredentials.ofKeys(java.util.List.of(next, drop.clientKey));

        try (DropSession session = drop.client.open(TestDrop.YUNHE, drop.server.addressOf("YUNHE"), both)) {
            assertThat(session.missingFolders()).isEmpty();
        }
    }

    @Test
    void anInsurerAddedWhileTheServerRunsGetsIn() throws IOException {
        drop.addAccount("BOHAI", drop.clientKey);

        try (DropSession session = drop.client.open(TestDrop.YUNHE, drop.server.addressOf("BOHAI"))) {
            assertThat(session.scan().files()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereMayComeBack() throws IOException {
        DropAddress address = drop.server.addressOf("YUNHE");
        drop.server.close();

        assertThatThrownBy(() -> drop.client.open(TestDrop.YUNHE, address))
                .isInstanceOf(DropUnreachableException.class);
    }

    @Test
    void aServerThatAcceptsAndThenSaysNothingIsGivenUp() throws IOException {
        DropTimeouts impatient = new DropTimeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DropClient client = new DropClient(DropCredentials.ofKey(drop.clientKey), impatient)) {
            DropAddress address = new DropAddress("127.0.0.1", silent.getLocalPort(), "u", HostKeyPins.of(OTHER), "");

            assertThatThrownBy(() -> client.open(TestDrop.YUNHE, address)).isInstanceOf(DropUnreachableException.class);
        }
    }

    @Test
    void aServerThatNoLongerAnswersIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Path other = java.nio.file.Files.createDirectory(home.resolve("other"));
        DropTimeouts impatient = new DropTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));
        try (TestDrop stuck = new TestDrop(other, stuckUntil(over));
                DropClient client = new DropClient(DropCredentials.ofKey(stuck.clientKey), impatient);
                DropSession session = client.open(TestDrop.YUNHE, stuck.server.addressOf("YUNHE"))) {
            try {
                assertThatThrownBy(session::scan).isInstanceOf(DropUnreachableException.class);
            } finally {
                over.countDown();
            }
        }
    }

    private static JailedFileSystemAccessor stuckUntil(CountDownLatch over) {
        return new JailedFileSystemAccessor() {
            @Override
            public DirectoryStream<Path> openDirectory(
                    SftpSubsystemProxy subsystem, DirectoryHandle handle, Path dir, String name, LinkOption... options)
                    throws IOException {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.openDirectory(subsystem, handle, dir, name, options);
            }
        };
    }

    @Test
    void aServerThatStopsInTheMiddleOfATransferMayComeBack() throws IOException {
        Path large = home.resolve("large");
        java.nio.file.Files.write(large, new byte[20_000_000]);
        try (DropSession session = drop.open()) {
            assertThatThrownBy(() -> session.deliver(large, "list.pgp", bytes -> stopServer()))
                    .isInstanceOf(DropUnreachableException.class);
        }
        assertThat(drop.download("list.pgp")).doesNotExist();
    }

    @Test
    void aServerThatStopsInTheMiddleOfAFetchLeavesNothingInTheSpool() throws IOException {
        java.nio.file.Files.write(drop.upload("a.pgp"), new byte[20_000_000]);
        Path spool = java.nio.file.Files.createDirectory(home.resolve("spool"));
        try (DropSession session = drop.open()) {
            FileSnapshot fileSnapshot = session.scan().files().get(0);
            assertThatThrownBy(() -> session.fetch(
                            DropFolder.UPLOAD, fileSnapshot, spool.resolve("1"), Long.MAX_VALUE, bytes -> stopServer()))
                    .isInstanceOf(DropUnreachableException.class);
        }
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void anAddressWithARootFindsTheFoldersThere() throws IOException {
        TestDrop.createFolders(new DropAccount(
                home.resolve("drops/YUNHE/exchange/jinbo"),
                drop.accounts.get("YUNHE").ours()));
        TestDrop.put(home.resolve("drops/YUNHE/exchange/jinbo/upload/a.pgp"), "x");
        DropAddress address = DropAddress.parse(
                URI.create("sftp://YUNHE@127.0.0.1:" + drop.server.port() + "/exchange/jinbo/"),
                HostKeyPins.of(drop.server.fingerprint()));

        try (DropSession session = drop.client.open(TestDrop.YUNHE, address)) {
            assertThat(session.scan().files()).hasSize(1);
        }
    }

    private DropAddress pinned(HostKeyPins pins) {
        return new DropAddress("127.0.0.1", drop.server.port(), "YUNHE", pins, "");
    }

    private void stopServer() {
        try {
            drop.server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
