package jinbo.exchange.sftp.server;

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
import java.util.concurrent.Callable;
import jinbo.exchange.sftp.CustomSshClient;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.server.EmbeddedSftpServer.ServerLimits;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
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
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permissions and limits of the embedded server. */
class EmbeddedAccessIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REFUSED = "refused";
    private static final String LET_IN = "let in";
    private static final String ENDED = "ended";
    private static final String ONE_MORE = "one more of an insurer: refused; the association: let in";

    private static final ServerLimits LIMITS = new ServerLimits(Duration.ofSeconds(3), Duration.ofSeconds(4), 12, 8, 5);

    @TempDir
    private Path home;

    private TestDrop drop;
    private KeyPair insurersKey;
    private SshClient ssh;

    @BeforeEach
    void start() throws IOException {
        drop = new TestDrop(home, LIMITS);
        insurersKey = new SshKeyFile(home.resolve("insurer.key")).readOrGenerate();
        account(false, insurersKey);
        ssh = CustomSshClient.withoutPins();
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

        String seen = answerTo(insurersKey);
        assertThat(answerToUs()).isEqualTo(LET_IN);
        AttackTable.row("drop: a login to the embedded server by an insurer that left", REFUSED, seen);
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

        List<String> done = new ArrayList<>(changesBy(before, "before"));
        done.addAll(changesBy(sftp(insurersKey), "after"));
        if (!soon(() -> catchThrowable(() -> before.write(half, 1, new byte[] {2})) != null)) {
            done.add("data of an open file");
        }
        assertThat(drop.upload("a.pgp")).hasContent("sealed");
        assertThat(drop.download("list.pgp")).hasContent("list");
        AttackTable.row(
                "drop: a suspended insurer writes, renames and deletes on the embedded server, logged in before or after",
                REFUSED,
                done.isEmpty() ? REFUSED : "done: " + done);
    }

    /** Reads, and returns the numbers of the write operations that the server allows. */
    private List<String> changesBy(SftpClient sftp, String when) throws IOException {
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
        List<String> done = new ArrayList<>();
        for (int change = 0; change < changes.size(); change++) {
            Throwable refused = catchThrowable(changes.get(change));
            if (!(refused instanceof IOException || refused instanceof UnsupportedOperationException)) {
                done.add("change " + change + ", logged in " + when);
            }
        }
        assertThat(Files.exists(drop.upload("new.pgp"))).isFalse();
        assertThat(Files.exists(drop.upload("c.pgp"))).isFalse();
        return done;
    }

    @Test
    void idleConnectionsGiveWayAndKeepNobodyOut() throws IOException {
        List<Socket> idle = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), drop.server.port()));
            }
            String us = answerToUs();
            List<Socket> oldest = idle.subList(0, idle.size() - LIMITS.connectionsOfAnAddress());
            seen.add(
                    soon(() -> oldest.stream().noneMatch(EmbeddedAccessIT::isOpen))
                            ? "the oldest give way"
                            : "the oldest stay");
            seen.add(
                    soon(() -> idle.stream().noneMatch(EmbeddedAccessIT::isOpen))
                            ? "the others end in time"
                            : "the others stay");
            seen.add(us.equals(LET_IN) ? "logins go on" : us);
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
        AttackTable.row(
                "drop: a hundred connections to the embedded server on which nobody logs in",
                "the oldest give way, the others end in time, logins go on",
                String.join(", ", seen));
    }

    @Test
    void connectionsThatAreLoggedInOnEndWhenTheyAreIdle() throws IOException {
        List<ClientSession> in = new ArrayList<>();
        for (int i = 0; i < LIMITS.connectionsOfAnAddress(); i++) {
            in.add(logIn(insurersKey));
        }
        assertThat(in).allMatch(ClientSession::isOpen);

        boolean ended = in.stream().allMatch(EmbeddedAccessIT::ends);
        logIn(insurersKey);
        AttackTable.row(
                "drop: connections to the embedded server that stay idle after the login",
                "ended in time",
                ended ? "ended in time" : "open");
    }

    @Test
    void theAssociationIsLetInBesideAllSessionsThatInsurersMayHaveFromItsAddress() throws IOException {
        List<ClientSession> in = new ArrayList<>();
        for (int i = 0; i < LIMITS.connectionsOfAnAddress(); i++) {
            in.add(logIn(insurersKey));
        }
        String next = answerTo(insurersKey);
        String us = answerToUs();

        assertThat(in).allMatch(ClientSession::isOpen);
        AttackTable.row(
                "drop: as many sessions of insurers on the embedded server as it takes from an address",
                ONE_MORE,
                oneMore(next, us));
    }

    @Test
    void theAssociationIsLetInBesideAllSessionsThatAnInsurerMayHave() throws IOException {
        drop.close();
        drop = new TestDrop(home, new ServerLimits(SOON, SOON, 64, 64, 5));
        account(false, insurersKey);
        List<ClientSession> in = new ArrayList<>();
        for (int i = 0; i < EmbeddedSftpServer.SESSIONS_OF_AN_INSURER; i++) {
            in.add(logIn(insurersKey));
        }
        String next = answerTo(insurersKey);
        String us = answerToUs();

        assertThat(in).allMatch(ClientSession::isOpen);
        AttackTable.row(
                "drop: as many sessions on the embedded server as an insurer may have", ONE_MORE, oneMore(next, us));
    }

    @Test
    void whoShowsManyKeysIsLetInOnlyWithThoseThatAreKnownThere() throws IOException {
        logIn(insurersKey).close(true);
        KeyPair stranger = new SshKeyFile(home.resolve("stranger.key")).readOrGenerate();
        for (int i = 0; i < LIMITS.refusedKeys(); i++) {
            assertThat(answerTo(stranger)).isEqualTo(REFUSED);
        }
        KeyPair another = new SshKeyFile(home.resolve("another.key")).readOrGenerate();
        account(false, insurersKey, another);

        AttackTable.row(
                "drop: an address that shows the embedded server one wrong key after the other",
                "another key of an insurer: refused; one that was let in before: let in; the association: let in",
                "another key of an insurer: " + answerTo(another) + "; one that was let in before: "
                        + answerTo(insurersKey) + "; the association: " + answerToUs());
    }

    private static String oneMore(String next, String us) {
        return "one more of an insurer: " + next + "; the association: " + us;
    }

    private String answerTo(KeyPair key) {
        return catchThrowable(() -> logIn(key)) instanceof IOException ? REFUSED : LET_IN;
    }

    private String answerToUs() {
        try (DropSession ours = drop.open()) {
            assertThat(ours.missingFolders()).isEmpty();
            return LET_IN;
        } catch (DropException e) {
            return REFUSED;
        }
    }

    private static boolean ends(ClientSession session) {
        return session.waitFor(EnumSet.of(ClientSessionEvent.CLOSED), SOON).contains(ClientSessionEvent.CLOSED);
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

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {
                // greeting
            }
            return false;
        } catch (SocketTimeoutException nothingSaid) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private static boolean soon(Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
