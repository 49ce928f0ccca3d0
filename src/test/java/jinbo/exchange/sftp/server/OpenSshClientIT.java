package jinbo.exchange.sftp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropSession;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.PartnerTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("interop")
class OpenSshClientIT {

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
    void anInsurerUploadsByPartAndRenameAndFetchesItsList() throws IOException {
        Files.writeString(home.resolve("local.pgp"), "sealed");
        TestDrop.put(drop.download("list.pgp"), "list");

        OpenSsh.Answer answer = sftp(
                "put local.pgp upload/a.pgp.part",
                "rename upload/a.pgp.part upload/a.pgp",
                "get download/list.pgp list.pgp",
                "rm download/list.pgp");

        PartnerTable.row(
                "OpenSSH `sftp`: uploads and downloads files on the embedded server",
                "done",
                answer.exit() == 0 ? "done" : answer.output());
        assertThat(drop.upload("a.pgp")).hasContent("sealed");
        assertThat(home.resolve("list.pgp")).hasContent("list");
        assertThat(drop.download("list.pgp")).doesNotExist();
    }

    @Test
    void aRenameOntoAnUploadThatIsThereIsRefused() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "first");
        TestDrop.put(drop.upload("a.pgp.part"), "second");

        assertThat(sftp("rename upload/a.pgp.part upload/a.pgp").exit()).isNotZero();
        assertThat(drop.upload("a.pgp")).hasContent("first");
    }

    @Test
    void linksCannotBeMadeAndTheRootIsAllThereIs() throws IOException {
        TestDrop.put(home.resolve("secret"), "secret");

        assertThat(sftp("symlink /etc/passwd upload/link").exit()).isNotZero();
        assertThat(sftp("ln upload/a upload/b").exit()).isNotZero();
        assertThat(sftp("get ../../secret stolen").exit()).isNotZero();
        assertThat(sftp("cd ..", "pwd").output()).contains("Remote working directory: /");
    }

    @Test
    void ourKeyFileAndFingerprintAreOpenSshs() throws IOException {
        OpenSsh.Answer answer = OpenSsh.run(
                home,
                List.of(
                        OpenSsh.required("ssh-keygen").toString(),
                        "-lf",
                        home.resolve("host.key").toString()));

        assertThat(answer.output()).contains(drop.server.fingerprint()).contains("ED25519");
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, 256, RFC4716",
        "ecdsa, 256, RFC4716",
        "ecdsa, 384, PEM",
        "rsa, 3072, RFC4716",
        "rsa, 3072, PEM",
        "rsa, 3072, PKCS8"
    })
    void aKeyThatSshKeygenMadeIsReadAndLetsIn(String type, int bits, String format) throws IOException {
        Path file = home.resolve("made");
        OpenSsh.Answer made = OpenSsh.run(
                home,
                List.of(
                        OpenSsh.required("ssh-keygen").toString(),
                        "-q",
                        "-N",
                        "",
                        "-t",
                        type,
                        "-b",
                        Integer.toString(bits),
                        "-m",
                        format,
                        "-f",
                        file.toString()));
        assertThat(made.exit()).as(made.output()).isZero();
        SshPublicKey published = SshPublicKey.parse(Files.readString(home.resolve("made.pub")));
        drop.addAccount("BOHAI", new SshKeyFile(file).read());

        assertThat(new SshPublicKey(new SshKeyFile(file).read().getPublic()).fingerprint())
                .isEqualTo(published.fingerprint());
        try (DropSession session = drop.client.open(
                TestDrop.YUNHE, drop.server.addressOf("BOHAI"), DropCredentials.ofKey(new SshKeyFile(file).read()))) {
            assertThat(session.missingFolders()).isEmpty();
        }
    }

    private OpenSsh.Answer sftp(String... commands) throws IOException {
        String host =
                new SshPublicKey(new SshKeyFile(home.resolve("host.key")).read().getPublic()).line("");
        Path known = Files.writeString(home.resolve("known"), "[127.0.0.1]:" + drop.server.port() + " " + host + "\n");
        Path batch = Files.write(home.resolve("batch"), List.of(commands));
        return OpenSsh.run(
                home,
                List.of(
                        OpenSsh.required("sftp").toString(),
                        "-F",
                        "none",
                        "-b",
                        batch.toString(),
                        "-i",
                        home.resolve("association.key").toString(),
                        "-o",
                        "IdentitiesOnly=yes",
                        "-o",
                        "IdentityAgent=none",
                        "-o",
                        "UserKnownHostsFile=" + known,
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-P",
                        Integer.toString(drop.server.port()),
                        "YUNHE@127.0.0.1"));
    }
}
