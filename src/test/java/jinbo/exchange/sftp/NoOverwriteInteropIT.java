package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.HostNameResolver.NameService;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.OpenSshServer;
import jinbo.testing.ThirdPartySftpServer;
import org.apache.sshd.client.SshClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All kinds of servers create new files and never overwrite or truncate. */
@Tag("interop")
class NoOverwriteInteropIT {

    @TempDir
    Path home;

    private KeyPair key;
    private SshClient ssh;

    @BeforeEach
    void start() throws IOException {
        key = new SshKeyFile(home.resolve("association.key")).generate();
        ssh = DropClient.isolatedSshClient(TestDrop.SHORT);
        ssh.start();
    }

    @AfterEach
    void stop() {
        ssh.stop();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsOverwritten(ThirdPartySftpServer.Program program) throws IOException {
        try (ThirdPartySftpServer server = ThirdPartySftpServer.start(program, new SshPublicKey(key.getPublic()))) {
            Path drop = server.newDrop("YUNHE");
            nothingIsOverwritten(server.address(drop), drop);
        }
    }

    @Test
    void nothingIsOverwrittenOnOpenSsh() throws IOException {
        try (OpenSshServer server = OpenSshServer.start(new SshPublicKey(key.getPublic()))) {
            Path drop = server.newDrop("YUNHE");
            nothingIsOverwritten(server.address(drop), drop);
        }
    }

    @Test
    void nothingIsOverwrittenOnTheEmbeddedServer() throws IOException {
        try (TestDrop drop = new TestDrop(home)) {
            nothingIsOverwritten(
                    drop.server.addressOf("YUNHE"),
                    drop.download("x").getParent().getParent());
        }
    }

    private void nothingIsOverwritten(DropAddress address, Path drop) throws IOException {
        Path taken = TestDrop.put(drop.resolve("download/taken"), "theirs");
        DropContext dropContext = new DropContext(TestDrop.YUNHE, address, DropContext.Reader.ASSOCIATION);
        try (RemoteFiles remote = new ConnectionAttempt(ssh, NameService.SYSTEM, TestDrop.SHORT, dropContext)
                .open(DropCredentials.ofKey(key))) {
            try (RemoteWriter writer = remote.create(DropFolder.DOWNLOAD, "new")) {
                writer.write("ours".getBytes(StandardCharsets.US_ASCII), 4);
                writer.finish();
            }
            assertThatThrownBy(() -> remote.create(DropFolder.DOWNLOAD, "taken"))
                    .isInstanceOf(DropRefusedException.class);
        }
        assertThat(drop.resolve("download/new")).hasContent("ours");
        assertThat(taken).hasContent("theirs");
    }
}
