package jinbo.exchange.sftp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.PartnerTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Foreign clients list, fetch, put and rename; none overwrites, leaves its drop, or logs in with an unknown key. */
@Tag("interop")
class SftpClientsIT {

    @TempDir
    Path home;

    private TestDrop drop;

    @BeforeEach
    void start() throws IOException {
        drop = new TestDrop(home);
        TestDrop.put(home.resolve("local.pgp"), "sealed");
        TestDrop.put(home.resolve("secret"), "secret");
        TestDrop.put(drop.download("list.pgp"), "list");
        String host =
                new SshPublicKey(new SshKeyFile(home.resolve("host.key")).read().getPublic()).line("");
        Files.writeString(home.resolve("known"), "[127.0.0.1]:" + drop.server.port() + " " + host + "\n");
    }

    @AfterEach
    void stop() throws IOException {
        drop.close();
    }

    @ParameterizedTest
    @EnumSource
    void dropsAndFetchesFilesAndIsRefusedWhereItMust(SftpClientProgram program) throws IOException {
        SftpClientProgram.Login insurer = login("association.key");
        new SshKeyFile(home.resolve("stranger.key")).generate();

        assertThat(done(program.run(insurer, "list", "download", "")).output()).contains("list.pgp");
        done(program.run(insurer, "get", "download/list.pgp", "fetched.pgp"));
        done(program.run(insurer, "put", "local.pgp", "upload/a.pgp.part"));
        done(program.run(insurer, "rename", "upload/a.pgp.part", "upload/a.pgp"));
        assertThat(home.resolve("fetched.pgp")).hasContent("list");
        assertThat(drop.upload("a.pgp")).hasContent("sealed");
        assertThat(drop.upload("a.pgp.part")).doesNotExist();

        List<String> let = new ArrayList<>();
        TestDrop.put(drop.upload("b.pgp.part"), "second");
        program.run(insurer, "rename", "upload/b.pgp.part", "upload/a.pgp");
        refused(let, "a rename over a file", content(drop.upload("a.pgp")).equals("sealed"));
        program.run(insurer, "get", "../../secret", "stolen");
        refused(let, "a way out", !content(home.resolve("stolen")).equals("secret"));
        program.run(login("stranger.key"), "put", "local.pgp", "upload/c.pgp");
        refused(let, "a key that is not authorized", !Files.exists(drop.upload("c.pgp")));

        PartnerTable.row(
                program + ": uploads and downloads files on the embedded server, with an Ed25519 key", "done", "done");
        PartnerTable.row(
                program + ": renames a file onto another one, leaves the drop, logs in with an unauthorized key",
                "refused",
                let.isEmpty() ? "refused" : "not refused: " + String.join(", ", let));
    }

    private static void refused(List<String> notRefused, String what, boolean refused) {
        if (!refused) {
            notRefused.add(what);
        }
    }

    private static OpenSsh.Answer done(OpenSsh.Answer answer) {
        assertThat(answer.exit()).as(answer.output()).isZero();
        return answer;
    }

    private static String content(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private SftpClientProgram.Login login(String key) {
        return new SftpClientProgram.Login(
                home, drop.server.port(), home.resolve(key), home.resolve("known"), drop.server.fingerprint());
    }
}
