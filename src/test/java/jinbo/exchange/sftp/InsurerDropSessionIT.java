package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Set;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsurerDropSessionIT {

    @TempDir
    Path home;

    @TempDir
    Path inbox;

    private TestDrop drop;
    private DropClient client;
    private InsurerDropSession session;
    private Path sealed;

    @BeforeEach
    void openWithTheInsurersOwnKey() throws IOException {
        drop = new TestDrop(home);
        KeyPair own = new SshKeyFile(home.resolve("insurer.key")).generate();
        DropAccount account = drop.accounts.get("YUNHE");
        drop.accounts.put(
                "YUNHE",
                new DropAccount(
                        account.root(),
                        Set.of(new SshPublicKey(drop.clientKey.getPublic()), new SshPublicKey(own.getPublic()))));
        client = new DropClient(DropCredentials.ofKey(own), TestDrop.SHORT);
        session = client.openAsInsurer(TestDrop.YUNHE, drop.server.addressOf("YUNHE"));
        sealed = TestDrop.put(home.resolve("sealed"), "abc");
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        client.close();
        drop.close();
    }

    @Test
    void whatTheInsurerPutsIsWholeAndTheAssociationSeesIt() throws IOException {
        assertThat(session.put(sealed, "a.pgp")).isInstanceOf(DeliveryOutcome.Delivered.class);

        assertThat(drop.upload("a.pgp")).hasContent("abc");
        assertThat(drop.upload("a.pgp.part")).doesNotExist();
        try (DropSession association = drop.open()) {
            assertThat(association.scan().files())
                    .extracting(FileSnapshot::name)
                    .containsExactly("a.pgp");
        }
    }

    @Test
    void puttingTheSameBytesAgainChangesNothing() throws IOException {
        session.put(sealed, "a.pgp");

        assertThat(session.put(sealed, "a.pgp")).isInstanceOf(DeliveryOutcome.AlreadyThere.class);
    }

    @Test
    void anUploadThatWaitsIsNeverOverwritten() {
        TestDrop.put(drop.upload("a.pgp"), "xyz");

        assertThatThrownBy(() -> session.put(sealed, "a.pgp"))
                .isInstanceOfSatisfying(
                        DropConflictException.class,
                        conflict -> assertThat(conflict.folder()).isEqualTo(DropFolder.UPLOAD))
                .hasMessageContaining("upload/a.pgp")
                .hasMessageContaining("next number");
        assertThat(drop.upload("a.pgp")).hasContent("xyz");
    }

    @Test
    void onlyWholeFilesAreSeenInDownload() {
        TestDrop.put(drop.download("list.pgp"), "12345");
        TestDrop.put(drop.download("next.pgp.part"), "1");
        TestDrop.put(drop.download(".hidden"), "1");
        TestDrop.put(drop.upload("mine.pgp"), "1");

        assertThat(session.scan(name -> true).files()).containsExactly(new FileSnapshot("list.pgp", 5, TestDrop.NOON));
    }

    @Test
    void whatIsNotWantedIsNotSighted() {
        TestDrop.put(drop.download("old.pgp"), "1");
        TestDrop.put(drop.download("new.pgp"), "1");

        assertThat(session.scan(name -> !name.equals("old.pgp")).files())
                .extracting(FileSnapshot::name)
                .containsExactly("new.pgp");
    }

    @Test
    void aDeliveredFileIsFetchedAndStays() throws IOException {
        TestDrop.put(drop.download("list.pgp"), "12345");
        FileSnapshot list = session.scan(name -> true).files().get(0);

        assertThat(session.fetch(list, inbox.resolve("list.pgp"), 100)).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(inbox.resolve("list.pgp")).hasContent("12345");
        assertThat(drop.download("list.pgp")).exists();
    }

    @Test
    void anInsurerWithAnotherKeyIsNotLetIn() throws IOException {
        KeyPair stranger = new SshKeyFile(home.resolve("stranger.key")).generate();
        try (DropClient other = new DropClient(DropCredentials.ofKey(stranger), TestDrop.SHORT)) {
            assertThatThrownBy(() -> other.openAsInsurer(TestDrop.YUNHE, drop.server.addressOf("YUNHE")))
                    .isInstanceOf(DropLoginRefusedException.class);
        }
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        Files.delete(home.resolve("drops/YUNHE/upload"));

        assertThatThrownBy(() -> session.put(sealed, "a.pgp"))
                .isInstanceOfSatisfying(
                        DropFolderMissingException.class,
                        missing -> assertThat(missing.folder()).isEqualTo(DropFolder.UPLOAD))
                .hasMessageContaining("ask the administrator of our server to create")
                .hasMessageNotContaining("insurer");
    }

    /** The insurer's side has no command "insurer pin". */
    @Test
    void aHostKeyThatIsNotPinnedIsToldInTheWordsOfTheInsurersOwnSettings() throws IOException {
        try (CustomSshServer other = CustomSshServer.with(ssh -> {});
                DropClient client = new DropClient(DropCredentials.ofKey(drop.clientKey), TestDrop.SHORT)) {
            assertThatThrownBy(() -> client.openAsInsurer(TestDrop.YUNHE, other.address(CustomSshServer.ECDSA)))
                    .isInstanceOf(HostKeyRefusedException.class)
                    .hasMessageContaining("the administrator of our server")
                    .hasMessageContaining("to the setting host-keys")
                    .hasMessageNotContaining("insurer pin");
        }
    }
}
