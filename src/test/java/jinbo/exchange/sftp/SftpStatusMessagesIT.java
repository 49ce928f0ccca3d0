package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.exchange.sftp.check.PlainProbe;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import org.apache.sshd.sftp.common.SftpConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages for a server that answers with a status only. */
class SftpStatusMessagesIT {

    @TempDir
    Path home;

    private KeyPair key;
    private DropClient client;

    @BeforeEach
    void open() throws IOException {
        key = new SshKeyFile(home.resolve("key")).generate();
        client = new DropClient(DropCredentials.ofKey(key), TestDrop.SHORT);
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** The types of requests: 3 open, 6 write, 7 lstat, 11 opendir. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11 | 4 | listing upload/                 | SSH_FX_FAILURE           | what the log of the server says
            11 | 3 | listing upload/                 | SSH_FX_PERMISSION_DENIED | give our account read and write access
            11 | 8 | listing upload/                 | SSH_FX_OP_UNSUPPORTED    | does not support this request
            7  | 8 | checking download/list.pgp    | SSH_FX_OP_UNSUPPORTED    | does not support this request
            7  | 5 | checking download/list.pgp    | SSH_FX_BAD_MESSAGE       | does not support this request
            7  | 4 | checking download/list.pgp    | SSH_FX_FAILURE           | what the log of the server says
            """)
    void aRefusalSaysWhatWasAskedAndWhatToDo(int request, int status, String doing, String reason, String whatToDo)
            throws IOException {
        DropRefusedException refused = refusedBy(new HostileSftpSubsystem(n -> List.of()).refusing(request, status));

        assertThat(refused)
                .hasMessageContaining("refused " + doing + " (SFTP status " + status + ", " + reason + ")")
                .hasMessageContaining(whatToDo);
        assertThat(refused.getMessage()).doesNotContain("disk");
    }

    @ParameterizedTest
    @CsvSource({"3", "6"})
    void onlyWhatTakesRoomAsksForTheDisk(int request) throws IOException {
        HostileSftpSubsystem sftp = new HostileSftpSubsystem(n -> List.of())
                .refusing(7, SftpConstants.SSH_FX_NO_SUCH_FILE)
                .refusing(request, SftpConstants.SSH_FX_FAILURE);

        assertThat(refusedBy(sftp))
                .hasMessageContaining("refused writing download/list.pgp.part (SFTP status 4, SSH_FX_FAILURE)")
                .hasMessageContaining("whether the disk is full");
    }

    @Test
    void foldersOfAServerThatLeavesOutPermissionsAreNotMissing() throws IOException {
        try (CustomSshServer server =
                        CustomSshServer.speaking(new HostileSftpSubsystem(n -> List.of()).withoutPermissions());
                DropSession session = client.open(TestDrop.YUNHE, server.address(CustomSshServer.ED25519))) {
            assertThat(session.missingFolders()).isEmpty();
        }
    }

    @Test
    void aCheckNamesARequestThatTheServerDoesNotKnow() throws IOException {
        List<DropCheckResult> found = checked(new HostileSftpSubsystem(n -> List.of()).refusing(7, 8));

        assertThat(found)
                .contains(new DropCheckResult(
                        DropCheckStep.WRITE_DOWNLOAD,
                        DropCheckCode.NOT_SUPPORTED,
                        List.of("checking download/" + probeIn(found), "SSH_FX_OP_UNSUPPORTED")));
    }

    @Test
    void aCheckSaysWhyWhereTheServerSaysNothing() throws IOException {
        assertThat(checked(new HostileSftpSubsystem(n -> List.of()).refusing(3, 3)))
                .contains(new DropCheckResult(
                        DropCheckStep.WRITE_DOWNLOAD,
                        DropCheckCode.DOWNLOAD_NOT_WRITABLE,
                        List.of("SSH_FX_PERMISSION_DENIED")));
    }

    private static String probeIn(List<DropCheckResult> found) {
        return found.get(DropCheckStep.WRITE_DOWNLOAD.ordinal()).facts().get(0).replaceFirst(".*/", "");
    }

    private List<DropCheckResult> checked(HostileSftpSubsystem sftp) throws IOException {
        try (CustomSshServer server = CustomSshServer.speaking(sftp)) {
            return PlainProbe.check(client, server.address(CustomSshServer.ED25519), DropCredentials.ofKey(key), home);
        }
    }

    /** The first refusal of a scan and a delivery. */
    private DropRefusedException refusedBy(HostileSftpSubsystem sftp) throws IOException {
        Path sealed = TestDrop.put(home.resolve("sealed"), "abc");
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropSession session = client.open(TestDrop.YUNHE, server.address(CustomSshServer.ED25519))) {
            return catchThrowableOfType(DropRefusedException.class, () -> {
                session.scan();
                session.deliver(sealed, "list.pgp");
            });
        }
    }
}
