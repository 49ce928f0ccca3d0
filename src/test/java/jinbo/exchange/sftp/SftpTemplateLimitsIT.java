package jinbo.exchange.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.exchange.sftp.server.JailedFileSystemAccessor;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.file.remote.session.CachingSessionFactory;
import org.springframework.integration.file.remote.session.SessionFactory;
import org.springframework.integration.sftp.filters.SftpLastModifiedFileListFilter;
import org.springframework.integration.sftp.inbound.SftpInboundFileSynchronizer;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpRemoteFileTemplate;
import org.springframework.integration.sftp.session.SftpSession;
import org.springframework.messaging.MessagingException;

/**
 * Why some operations of Spring Integration's template are not used (docs/decisions/0001): each test shows on our own connection
 * what the operation does, and beside it what docs/operators/drops.md promises. A test that fails after an update says that the operation can be
 * used now.
 */
class SftpTemplateLimitsIT {

    @TempDir
    Path home;

    private final AtomicInteger synced = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private TestDrop drop;
    private DropSession session;
    private RemoteFiles remote;
    private SftpRemoteFileTemplate template;

    @BeforeEach
    void open() throws IOException {
        drop = new TestDrop(home, new JailedFileSystemAccessor() {
            @Override
            public void syncFileData(
                    SftpSubsystemProxy subsystem, FileHandle fileHandle, Path file, String handle, Channel channel)
                    throws IOException {
                synced.incrementAndGet();
                super.syncFileData(subsystem, fileHandle, file, handle, channel);
            }
        });
        session = drop.open();
        remote = new RemoteFiles((StrictSftpClient) session.client());
        template = new SftpRemoteFileTemplate(stock());
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        drop.close();
    }

    /** The template's sessions over our connections. */
    private SessionFactory<SftpClient.DirEntry> stock() {
        return () -> {
            logins.incrementAndGet();
            return new SftpSession(drop.open().client());
        };
    }

    @Test
    void renameRemovesTheFileThatHasTheNewName() {
        TestDrop.put(drop.download("new.part"), "new");
        TestDrop.put(drop.download("list"), "delivered");

        assertThat(remote.moveUnlessTaken(DropFolder.DOWNLOAD, "new.part", DropFolder.DOWNLOAD, "list"))
                .isFalse();
        assertThat(drop.download("list")).hasContent("delivered");

        template.rename("download/new.part", "download/list");

        assertThat(drop.download("list")).hasContent("new");
    }

    @Test
    void renameThatFailsHasRemovedTheFileThatHadTheNewName() {
        TestDrop.put(drop.download("list"), "delivered");

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> template.rename("download/none", "download/list"));

        assertThat(drop.download("list")).doesNotExist();
    }

    @Test
    void writeOverwrites() {
        TestDrop.put(drop.download("list"), "delivered");

        assertThatExceptionOfType(DropRefusedException.class)
                .isThrownBy(() -> remote.create(DropFolder.DOWNLOAD, "list"));
        assertThat(drop.download("list")).hasContent("delivered");

        writeByTemplate("download/list");

        assertThat(drop.download("list")).hasContent("new");
    }

    @Test
    void appendChangesAFileThatIsThere() {
        TestDrop.put(drop.download("list"), "delivered");

        template.execute(stock -> {
            stock.append(new ByteArrayInputStream(" and more".getBytes(UTF_8)), "download/list");
            return true;
        });

        assertThat(drop.download("list")).hasContent("delivered and more");
    }

    @Test
    void writeDoesNotHaveTheServerSync() throws IOException {
        writeByTemplate("download/list");
        assertThat(synced).hasValue(0);

        session.deliver(TestDrop.put(home.resolve("sealed"), "new"), "other");
        assertThat(synced).hasValue(1);
    }

    private void writeByTemplate(String path) {
        template.execute(stock -> {
            stock.write(new ByteArrayInputStream("new".getBytes(UTF_8)), path);
            return true;
        });
    }

    /** OpenSSH follows links, unlike the embedded server. */
    @Test
    void existsDoesNotSeeALinkThatTakesTheName() throws IOException {
        Path root = home.toRealPath().resolve("drops/YUNHE");
        Files.createSymbolicLink(root.resolve("download/list"), root.resolve("nowhere"));
        try (CustomSshServer server = CustomSshServer.speaking(new SftpSubsystemFactory.Builder().build());
                DropSession there = drop.client.open(
                        TestDrop.YUNHE,
                        new DropAddress(
                                "127.0.0.1",
                                server.port(),
                                "jinbo",
                                CustomSshServer.pins(CustomSshServer.ED25519),
                                root.toString()))) {
            assertThat(new SftpSession(there.client()).exists(root + "/download/list"))
                    .isFalse();
            assertThat(new RemoteFiles((StrictSftpClient) there.client()).find(DropFolder.DOWNLOAD, "list"))
                    .isPresent();
        }
    }

    @Test
    void listGoesOnAsLongAsTheServerDoes() throws IOException {
        AtomicInteger answers = new AtomicInteger();
        int most = 250;
        HostileSftpSubsystem endless = new HostileSftpSubsystem(answer -> {
            answers.incrementAndGet();
            return IntStream.range(0, answer < most ? 1000 : 0)
                    .mapToObj(i -> ("f" + answer * 1000 + i).getBytes(UTF_8))
                    .toList();
        });
        try (CustomSshServer server = CustomSshServer.speaking(endless)) {
            try (DropSession there = drop.client.open(TestDrop.YUNHE, server.address(CustomSshServer.ED25519))) {
                assertThat(there.scan().beyond()).isEqualTo(200_000 - FolderScan.MAX_FILES + 1);
                assertThat(answers.getAndSet(0)).isEqualTo(200);
            }
            try (DropSession there = drop.client.open(TestDrop.YUNHE, server.address(CustomSshServer.ED25519))) {
                assertThat(new SftpSession(there.client()).list("upload")).hasSize(most * 1000);
            }
        }
    }

    @Test
    void synchronizerTakesAndDeletesAFileThatIsStillWritten() {
        Path upload = TestDrop.put(drop.upload("upload.pgp"), "first half");

        UploadStabilityCheck.Result looked = new UploadStabilityCheck(
                        time -> TestDrop.put(upload, "first half and more").isAbsolute(),
                        UploadStabilityCheck.MIN_INTERVAL)
                .on(session);
        assertThat(looked.stable()).isEmpty();
        assertThat(looked.changing()).extracting(FileSnapshot::name).containsExactly("upload.pgp");

        TestDrop.put(upload, "first half");
        synchronize();

        assertThat(home.resolve("local/upload.pgp")).hasContent("first half");
        assertThat(upload).doesNotExist();
    }

    @Test
    void synchronizerFetchesAFileOfAnySize() throws IOException {
        TestDrop.put(drop.upload("upload.pgp"), "x".repeat(100_000));

        FileSnapshot seen = session.scan().files().get(0);
        assertThat(session.fetch(
                        DropFolder.UPLOAD, seen, home.resolve("fetched"), 1000, TransferProgressListener.SILENT))
                .isEqualTo(new FetchOutcome.TooLarge(100_000));

        synchronize();

        assertThat(home.resolve("local/upload.pgp")).hasSize(100_000);
    }

    private void synchronize() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Integration.class)) {
            SftpInboundFileSynchronizer synchronizer = new SftpInboundFileSynchronizer(stock());
            synchronizer.setBeanFactory(context);
            synchronizer.setRemoteDirectory("upload");
            synchronizer.setDeleteRemoteFiles(true);
            synchronizer.afterPropertiesSet();
            Files.createDirectory(home.resolve("local"));
            synchronizer.synchronizeToLocalDirectory(home.resolve("local").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EnableIntegration
    static class Integration {}

    @Test
    void lastModifiedFilterTakesAFileThatIsStillWrittenWhereTheServersClockIsSlow() {
        Instant slow = Instant.now().minus(Duration.ofHours(1));
        Path upload = TestDrop.put(drop.upload("upload.pgp"), "first half", slow);

        UploadStabilityCheck.Result looked = new UploadStabilityCheck(
                        time -> TestDrop.put(upload, "first half and more", slow.plusSeconds(2))
                                .isAbsolute(),
                        UploadStabilityCheck.MIN_INTERVAL)
                .on(session);
        assertThat(looked.stable()).isEmpty();

        SftpLastModifiedFileListFilter older = new SftpLastModifiedFileListFilter(60);
        assertThat(older.filterFiles(template.list("upload")))
                .extracting(SftpClient.DirEntry::getFilename)
                .contains("upload.pgp");
    }

    @Test
    void getAndRemoveLoseTheSessionWhenTheServerRefuses() throws IOException {
        Files.createSymbolicLink(drop.upload("link"), drop.upload("elsewhere"));
        CachingSessionFactory<SftpClient.DirEntry> caching = new CachingSessionFactory<>(stock());
        SftpRemoteFileTemplate cached = new SftpRemoteFileTemplate(caching);

        for (int i = 1; i <= 3; i++) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> cached.get(
                            "upload/link", in -> assertThat(in.read()).isEqualTo(-1)));
            assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> cached.remove("upload/link"));
            assertThat(logins).hasValue(2 * i);
        }
        caching.destroy();

        assertThatExceptionOfType(DropRefusedException.class).isThrownBy(() -> remote.read(DropFolder.UPLOAD, "link"));
        assertThatExceptionOfType(DropRefusedException.class)
                .isThrownBy(() -> remote.removeIfThere(DropFolder.UPLOAD, "link"));
        assertThat(session.scan().strange()).isEqualTo(1);
    }

    @Test
    void getBlamesTheDropForTheLocalDisk() {
        TestDrop.put(drop.upload("upload.pgp"), "abc");

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> template.get("upload/upload.pgp", in -> Files.copy(in, home.resolve("none/fetched"))))
                .withCauseInstanceOf(IOException.class);

        FileSnapshot seen = session.scan().files().get(0);
        assertThatIOException()
                .isThrownBy(() -> session.fetch(
                        DropFolder.UPLOAD, seen, home.resolve("none/fetched"), 1000, TransferProgressListener.SILENT));
    }

    @Test
    void stockHostKeyCheckTakesAKeyThatIsRevoked() throws IOException {
        String line = EmbeddedSftpServer.knownHostsLine(drop.server.port(), hostKey());
        DefaultSftpSessionFactory factory = stockFactory(line + "\n@revoked " + line + "\n");

        assertThat(login(factory)).isTrue();
    }

    @Test
    void stockHostKeyCheckGoesOnWithAKeyThatIsTakenOffTheList() throws IOException {
        DefaultSftpSessionFactory factory =
                stockFactory(EmbeddedSftpServer.knownHostsLine(drop.server.port(), hostKey()) + "\n");
        assertThat(login(factory)).isTrue();

        Files.writeString(home.resolve("known_hosts"), "");

        assertThat(login(factory)).isTrue();
        DropAddress unpinned = new DropAddress(
                "127.0.0.1", drop.server.port(), "YUNHE", CustomSshServer.pins(CustomSshServer.ED25519), "");
        assertThatExceptionOfType(HostKeyRefusedException.class)
                .isThrownBy(() -> drop.client.open(TestDrop.YUNHE, unpinned));
    }

    private DefaultSftpSessionFactory stockFactory(String knownHosts) throws IOException {
        DefaultSftpSessionFactory factory = new DefaultSftpSessionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(drop.server.port());
        factory.setUser("YUNHE");
        factory.setPrivateKey(new FileSystemResource(home.resolve("association.key")));
        factory.setKnownHostsResource(
                new FileSystemResource(Files.writeString(home.resolve("known_hosts"), knownHosts)));
        return factory;
    }

    private static boolean login(DefaultSftpSessionFactory factory) {
        SftpSession stock = factory.getSession();
        boolean open = stock.isOpen();
        stock.close();
        return open;
    }

    private SshPublicKey hostKey() throws IOException {
        return new SshPublicKey(new SshKeyFile(home.resolve("host.key")).read().getPublic());
    }
}
