package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Random;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.OpenSshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
class OpenSshServerIT {

    @TempDir
    Path home;

    private Path drop;
    private OpenSshServer server;
    private DropClient client;
    private DropSession session;

    @BeforeEach
    void open() throws IOException {
        KeyPair key = new SshKeyFile(home.resolve("association.key")).generate();
        server = OpenSshServer.start(new SshPublicKey(key.getPublic()));
        drop = server.newDrop("drop");
        client = new DropClient(DropCredentials.ofKey(key), TestDrop.SHORT);
        session = client.open(TestDrop.YUNHE, server.address(drop));
    }

    @AfterEach
    void close() throws IOException {
        if (session != null) {
            session.close();
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void anUploadIsSeenFetchedAndArchived() throws IOException {
        TestDrop.put(drop.resolve("upload/a.pgp"), "abc");
        TestDrop.put(drop.resolve("upload/b.pgp.part"), "x");
        TestDrop.put(drop.resolve("archive/a.pgp"), "earlier");

        FileSnapshot fileSnapshot = session.scan().files().get(0);

        assertThat(session.scan().files()).containsExactly(new FileSnapshot("a.pgp", 3, TestDrop.NOON));
        assertThat(session.fetch(
                        DropFolder.UPLOAD, fileSnapshot, home.resolve("1"), 10, TransferProgressListener.SILENT))
                .isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(home.resolve("1")).hasContent("abc");
        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.Archived("a.pgp.2"));
        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .as("an attempt that was killed could not say where to")
                .isEqualTo(new ArchiveOutcome.Archived("a.pgp.2"));
        assertThat(drop.resolve("archive/a.pgp")).hasContent("earlier");
        assertThat(drop.resolve("archive/a.pgp.2")).hasContent("abc");
        Files.delete(drop.resolve("archive/a.pgp.2"));
        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.AlreadyGone());
    }

    @Test
    void foldersLinksAndHostileNamesAreStrange() throws IOException {
        Files.createDirectory(drop.resolve("upload/folder"));
        Files.createSymbolicLink(drop.resolve("upload/link"), TestDrop.put(home.resolve("secret"), "x"));
        TestDrop.put(drop.resolve("upload/a\\..\\..\\windows"), "x");
        TestDrop.put(drop.resolve("upload/line\nbreak"), "x");
        TestDrop.put(drop.resolve("upload/投诉.csv"), "x");

        assertThat(session.scan().files()).extracting(FileSnapshot::name).containsExactly("投诉.csv");
        assertThat(session.scan().strange()).isEqualTo(4);
    }

    @Test
    void aDeliveryIsWholeRepeatableAndNeverOverwrites() throws IOException {
        Path sealed = TestDrop.put(home.resolve("sealed"), "abc");
        TestDrop.put(drop.resolve("download/list.pgp.part"), "left by a crash");

        assertThat(session.deliver(sealed, "list.pgp")).isInstanceOf(DeliveryOutcome.Delivered.class);
        assertThat(session.deliver(sealed, "list.pgp")).isInstanceOf(DeliveryOutcome.AlreadyThere.class);
        assertThat(drop.resolve("download/list.pgp")).hasContent("abc");
        TestDrop.put(sealed, "xyz");
        assertThatThrownBy(() -> session.deliver(sealed, "list.pgp")).isInstanceOf(DropConflictException.class);
        assertThat(drop.resolve("download/list.pgp")).hasContent("abc");
        assertThat(drop.resolve("download/list.pgp.part")).doesNotExist();
    }

    @Test
    void aFileThatComesWhileWeWriteIsNotOverwritten() throws IOException {
        Path sealed = TestDrop.put(home.resolve("sealed"), "abc");

        assertThatThrownBy(() -> session.deliver(
                        sealed, "list.pgp", bytes -> TestDrop.put(drop.resolve("download/list.pgp"), "xyz")))
                .isInstanceOf(DropConflictException.class);
        assertThat(drop.resolve("download/list.pgp")).hasContent("xyz");
    }

    @Test
    void twentyMegabytesGoBothWaysBitForBit() throws IOException {
        byte[] bytes = new byte[20_000_001];
        new Random(20120921).nextBytes(bytes);
        Path large = Files.write(home.resolve("large"), bytes);
        Files.copy(large, drop.resolve("upload/large.pgp"));

        session.deliver(large, "large.pgp");
        session.fetch(
                DropFolder.UPLOAD,
                session.scan().files().get(0),
                home.resolve("fetched"),
                30_000_000,
                TransferProgressListener.SILENT);

        assertThat(Files.mismatch(large, drop.resolve("download/large.pgp"))).isEqualTo(-1);
        assertThat(Files.mismatch(large, home.resolve("fetched"))).isEqualTo(-1);
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        Files.delete(drop.resolve("upload"));

        assertThatThrownBy(session::scan).isInstanceOf(DropFolderMissingException.class);
        assertThat(session.missingFolders()).containsExactly(DropFolder.UPLOAD);
    }

    @Test
    void anUnknownHostKeyIsRefusedAndAnUnknownClientKeyToo() throws IOException {
        DropAddress real = server.address(drop);
        DropAddress wrong = new DropAddress(
                real.host(), real.port(), real.user(), HostKeyPins.of("SHA256:" + "A".repeat(43)), real.root());
        DropCredentials stranger = DropCredentials.ofKey(new SshKeyFile(home.resolve("stranger")).generate());

        assertThatThrownBy(() -> client.open(TestDrop.YUNHE, wrong))
                .isInstanceOfSatisfying(
                        HostKeyRefusedException.class,
                        refused ->
                                assertThat(real.pins().allow(refused.offered())).isTrue());
        assertThatThrownBy(() -> client.open(TestDrop.YUNHE, real, stranger))
                .isInstanceOf(DropLoginRefusedException.class);
    }
}
