package jinbo.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jinbo.testing.AttackTable;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.CopyFileExtension;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may still do what on the embedded server, and how much strangers can take of it. */
class EmbeddedAccessIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REFUSED = "refused";
    private static final String ENDED = "ended";

    /** Short times; few connections, so that they are soon used up. */
    private static final ServerLimits LIMITS = new ServerLimits(Duration.ofSeconds(3), Duration.ofSeconds(4), 12, 8, 5);

    @TempDir
    private Path home;

    private TestDrop drop;
    private KeyPair insurersKey;
    private SshClient ssh;

    @BeforeEach
    void start() throws IOException {
        drop = new TestDrop(home, LIMITS);
        insurersKey = SshKeyFile.readOrGenerate(home.resolve("insurer.key"));
        account(false, insurersKey);
        ssh = SealedOffSsh.client(TestDrop.SHORT);
        ssh.setServerKeyVerifier((session, address, key) -> true);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, Duration.ZERO);
        ssh.start();
    }

    @AfterEach
    void stop() throws IOException {
        ssh.stop();
        drop.close();
    }

    @Test
    void anInsurerThatLeftIsNotLetInAndTheAssociationIs() {
        account(false);

        assertThatThrownBy(() -> logIn(insurersKey)).isInstanceOf(IOException.class);
        try (DropSession ours = drop.open()) {
            assertThat(ours.missingFolders()).isEmpty();
        }
        AttackTable.row("drop: a login to the embedded server by an insurer that left", REFUSED, REFUSED);
    }

    @Test
    void aSessionOfAnInsurerThatLeavesIsEnded() throws IOException {
        SftpClient sftp = sftp(insurersKey);
        TestDrop.put(drop.download("list.pgp"), "list");
        account(false);

        assertThatThrownBy(() -> sftp.stat("download/list.pgp")).isInstanceOf(IOException.class);
        assertThat(soon(() -> !sftp.isOpen())).isTrue();
        AttackTable.row(
                "drop: a session on the embedded server of an insurer that leaves meanwhile",
                ENDED,
                sftp.isOpen() ? "open" : ENDED);
    }

    @Test
    void aSuspendedInsurerReadsAndChangesNothing() throws IOException {
        TestDrop.put(drop.download("list.pgp"), "list");
        TestDrop.put(drop.upload("a.pgp"), "sealed");
        SftpClient before = sftp(insurersKey);
        SftpClient.CloseableHandle half = before.open("upload/half.pgp", OpenMode.Write, OpenMode.Create);
        before.write(half, 0, new byte[] {1});
        account(true, insurersKey);

        changesNothing("before", before);
        changesNothing("after", sftp(insurersKey));
        // data of an open file within a second
        assertThat(soon(() -> catchThrowable(() -> before.write(half, 1, new byte[] {2})) != null))
                .isTrue();
        assertThat(drop.upload("a.pgp")).hasContent("sealed");
        assertThat(drop.download("list.pgp")).hasContent("list");
        AttackTable.row(
                "drop: a suspended insurer writes, renames and deletes on the embedded server, logged in before or after",
                REFUSED,
                REFUSED);
    }

    private void changesNothing(String when, SftpClient sftp) throws IOException {
        assertThat(new String(readAll(sftp, "download/list.pgp"), StandardCharsets.UTF_8))
                .as(when)
                .isEqualTo("list");
        assertThat(sftp.readEntries("upload"))
                .extracting(SftpClient.DirEntry::getFilename)
                .contains("a.pgp");
        assertThat(sftp.lstat("upload/a.pgp").getSize()).isEqualTo(6);
        List<ThrowingCallable> changes = List.of(
                () -> sftp.open("upload/new.pgp", OpenMode.Write, OpenMode.Create)
                        .close(),
                () -> sftp.open("upload/new.pgp", OpenMode.Read, OpenMode.Create)
                        .close(),
                () -> sftp.open("upload/a.pgp", OpenMode.Write).close(),
                () -> sftp.open("upload/a.pgp", OpenMode.Write, OpenMode.Truncate)
                        .close(),
                () -> sftp.open("upload/a.pgp", OpenMode.Append).close(),
                () -> sftp.remove("upload/a.pgp"),
                () -> sftp.rename("upload/a.pgp", "upload/b.pgp"),
                () -> sftp.mkdir("upload/folder"),
                () -> sftp.rmdir("archive"),
                () -> sftp.setStat("upload/a.pgp", new SftpClient.Attributes().size(1)),
                () -> sftp.getExtension(CopyFileExtension.class).copyFile("upload/a.pgp", "upload/c.pgp", false));
        for (int change = 0; change < changes.size(); change++) {
            assertThat(catchThrowable(changes.get(change)))
                    .as("change %s, logged in %s", change, when)
                    .isInstanceOfAny(IOException.class, UnsupportedOperationException.class);
        }
        assertThat(Files.exists(drop.upload("new.pgp"))).isFalse();
        assertThat(Files.exists(drop.upload("c.pgp"))).isFalse();
    }

    @Test
    void idleConnectionsGiveWayAndKeepNobodyOut() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), drop.server.port()));
            }
            try (DropSession ours = drop.open()) {
                assertThat(ours.missingFolders()).isEmpty();
            }
            assertThat(soon(() ->
                            idle.stream().filter(EmbeddedAccessIT::isOpen).count() <= LIMITS.connectionsOfAnAddress()))
                    .isTrue();
            assertThat(soon(() -> idle.stream().noneMatch(EmbeddedAccessIT::isOpen)))
                    .as("those that are left have not logged in in time")
                    .isTrue();
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
        AttackTable.row(
                "drop: a hundred connections to the embedded server on which nobody logs in",
                "the oldest give way, the others end in time, logins go on",
                "the oldest give way, the others end in time, logins go on");
    }

    @Test
    void connectionsThatAreLoggedInOnEndWhenTheyAreIdleAndAreNeverTooMany() throws IOException {
        List<ClientSession> in = new ArrayList<>();
        for (int i = 0; i < LIMITS.connectionsOfAnAddress(); i++) {
            in.add(logIn(insurersKey));
        }
        assertThatThrownBy(() -> logIn(insurersKey)).isInstanceOf(IOException.class);
        assertThat(in).allMatch(ClientSession::isOpen);

        for (ClientSession each : in) {
            assertThat(each.waitFor(EnumSet.of(ClientSessionEvent.CLOSED), SOON))
                    .contains(ClientSessionEvent.CLOSED);
        }
        logIn(insurersKey);
        AttackTable.row(
                "drop: connections to the embedded server that stay idle after the login",
                "ended in time",
                "ended in time");
    }

    @Test
    void whoShowsManyKeysIsLetInOnlyWithThoseThatAreKnownThere() throws IOException {
        logIn(insurersKey).close(true);
        KeyPair stranger = SshKeyFile.readOrGenerate(home.resolve("stranger.key"));
        for (int i = 0; i < LIMITS.refusedKeys(); i++) {
            assertThatThrownBy(() -> logIn(stranger)).isInstanceOf(IOException.class);
        }
        KeyPair another = SshKeyFile.readOrGenerate(home.resolve("another.key"));
        account(false, insurersKey, another);

        assertThatThrownBy(() -> logIn(another)).isInstanceOf(IOException.class);
        logIn(insurersKey);
        try (DropSession ours = drop.open()) {
            assertThat(ours.missingFolders()).isEmpty();
        }
        AttackTable.row(
                "drop: an address that shows the embedded server one wrong key after the other",
                "for a minute only keys that were let in from there before are",
                "for a minute only keys that were let in from there before are");
    }

    private void account(boolean readOnly, KeyPair... theirs) {
        Set<SshPublicKey> keys = Set.of(java.util.Arrays.stream(theirs)
                .map(pair -> new SshPublicKey(pair.getPublic()))
                .toArray(SshPublicKey[]::new));
        drop.accounts.put(
                "YUNHE",
                new DropAccount(
                        home.resolve("drops/YUNHE"),
                        Set.of(new SshPublicKey(drop.clientKey.getPublic())),
                        keys,
                        readOnly));
    }

    private ClientSession logIn(KeyPair key) throws IOException {
        ClientSession session = ssh.connect("YUNHE", "127.0.0.1", drop.server.port())
                .verify(SOON)
                .getSession();
        session.addPublicKeyIdentity(key);
        try {
            session.auth().verify(SOON);
            return session;
        } catch (IOException e) {
            session.close(true);
            throw e;
        }
    }

    private SftpClient sftp(KeyPair key) throws IOException {
        return SftpClientFactory.instance().createSftpClient(logIn(key));
    }

    private static byte[] readAll(SftpClient sftp, String path) throws IOException {
        try (var in = sftp.read(path)) {
            return in.readAllBytes();
        }
    }

    /** Whether the server still holds its end; reads what it has said so far. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {
                // its greeting
            }
            return false;
        } catch (SocketTimeoutException nothingSaid) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private static boolean soon(BooleanSupplier condition) {
        long until = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return true;
    }
}
