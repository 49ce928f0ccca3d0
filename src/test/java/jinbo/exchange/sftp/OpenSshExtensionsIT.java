package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.function.BiConsumer;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.OpenSshServer;
import jinbo.testing.PartnerTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If OpenSSH refuses requests, a file appears complete without overwriting, or not at all. */
@Tag("interop")
class OpenSshExtensionsIT {

    @TempDir
    Path home;

    @ParameterizedTest(name = "internal-sftp refuses {0}")
    @ValueSource(
            strings = {"nothing", "fsync", "posix-rename", "rename", "fsync,hardlink,posix-rename", "fsync,rename"})
    void filesAreDeliveredAndArchivedOverNothing(String refused) {
        with(refused, (session, drop) -> {
            Path sealed = TestDrop.put(home.resolve("sealed"), "abc");
            TestDrop.put(drop.resolve("upload/a.pgp"), "abc");
            TestDrop.put(drop.resolve("archive/a.pgp"), "earlier");
            FileSnapshot fileSnapshot = session.scan().files().get(0);

            assertThat(delivered(session, sealed)).isInstanceOf(DeliveryOutcome.Delivered.class);
            assertThat(delivered(session, sealed)).isInstanceOf(DeliveryOutcome.AlreadyThere.class);
            assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                    .isEqualTo(new ArchiveOutcome.Archived("a.pgp.2"));
            TestDrop.put(sealed, "xyz");
            assertThatThrownBy(() -> session.deliver(sealed, "list.pgp")).isInstanceOf(DropConflictException.class);

            assertThat(drop.resolve("download/list.pgp")).hasContent("abc");
            assertThat(drop.resolve("archive/a.pgp")).hasContent("earlier");
            assertThat(drop.resolve("archive/a.pgp.2")).hasContent("abc");
            assertThat(drop.resolve("upload")).isEmptyDirectory();
            PartnerTable.row(
                    "OpenSSH `sshd` that refuses " + refused.replace(",", ", ")
                            + ": delivers and archives without overwriting a file",
                    "done",
                    Files.exists(drop.resolve("archive/a.pgp.2")) ? "done" : "overwritten");
        });
    }

    @ParameterizedTest(name = "internal-sftp refuses {0}")
    @ValueSource(strings = {"posix-rename", "rename"})
    void aListThatComesWhileWeWriteIsNotOverwritten(String refused) {
        with(refused, (session, drop) -> {
            Path sealed = TestDrop.put(home.resolve("sealed"), "abc");

            assertThatThrownBy(() -> session.deliver(
                            sealed, "list.pgp", bytes -> TestDrop.put(drop.resolve("download/list.pgp"), "xyz")))
                    .isInstanceOf(DropConflictException.class);
            assertThat(drop.resolve("download/list.pgp")).hasContent("xyz");
        });
    }

    @Test
    void aServerWithoutAnyRenameIsToldAndNothingAppears() {
        with("rename,posix-rename", (session, drop) -> {
            Path sealed = TestDrop.put(home.resolve("sealed"), "abc");
            TestDrop.put(drop.resolve("upload/a.pgp"), "abc");
            FileSnapshot fileSnapshot = session.scan().files().get(0);

            assertThatThrownBy(() -> session.deliver(sealed, "list.pgp"))
                    .isInstanceOf(DropRefusedException.class)
                    .hasMessageContaining("download/list.pgp");
            assertThatThrownBy(() -> session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                    .isInstanceOf(DropRefusedException.class);
            assertThat(drop.resolve("download/list.pgp")).doesNotExist();
            assertThat(drop.resolve("upload/a.pgp")).hasContent("abc");
            assertThat(drop.resolve("archive")).isEmptyDirectory();
        });
    }

    /** OpenSSH renames by link and unlink; it may die in between. */
    @Test
    void aDeliveryWhoseServerDiedBetweenItsTwoNamesIsTidiedUp() {
        with("nothing", (session, drop) -> {
            Path sealed = TestDrop.put(home.resolve("sealed"), "abc");
            TestDrop.put(drop.resolve("download/list.pgp"), "abc");
            TestDrop.put(drop.resolve("download/list.pgp.part"), "abc");

            assertThat(delivered(session, sealed)).isInstanceOf(DeliveryOutcome.AlreadyThere.class);
            assertThat(drop.resolve("download/list.pgp.part")).doesNotExist();
        });
    }

    private void with(String refused, BiConsumer<DropSession, Path> work) {
        try {
            KeyPair key = new SshKeyFile(home.resolve("association.key")).readOrGenerate();
            String[] arguments = refused.equals("nothing") ? new String[0] : new String[] {"-P", refused};
            try (OpenSshServer server = OpenSshServer.start(new SshPublicKey(key.getPublic()), arguments);
                    DropClient client = new DropClient(DropCredentials.ofKey(key), TestDrop.SHORT)) {
                Path drop = server.newDrop("YUNHE");
                try (DropSession session = client.open(TestDrop.YUNHE, server.address(drop))) {
                    work.accept(session, drop);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DeliveryOutcome delivered(DropSession session, Path sealed) {
        try {
            return session.deliver(sealed, "list.pgp");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
