package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.server.EmbeddedSftpServer.ServerLimits;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/** An embedded server with the drop of one insurer, YUNHE, and a client that may log in to it. */
public final class TestDrop implements AutoCloseable {

    public static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    public static final Instant NOON = Instant.parse("2012-09-21T04:00:00Z");
    public static final DropTimeouts SHORT =
            new DropTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    public final Path home;
    public final KeyPair clientKey;
    public final Map<String, DropAccount> accounts = new ConcurrentHashMap<>();
    public final EmbeddedSftpServer server;
    public final DropClient client;

    public TestDrop(Path home) throws IOException {
        this(home, new JailedFileSystemAccessor());
    }

    public TestDrop(Path home, JailedFileSystemAccessor files) throws IOException {
        this(home, files, ServerLimits.DEFAULT);
    }

    public TestDrop(Path home, ServerLimits limits) throws IOException {
        this(home, new JailedFileSystemAccessor(), limits);
    }

    private TestDrop(Path home, JailedFileSystemAccessor files, ServerLimits limits) throws IOException {
        this.home = home;
        this.clientKey = new SshKeyFile(home.resolve("association.key")).readOrGenerate();
        addAccount("YUNHE", clientKey);
        this.server = EmbeddedSftpServer.start(
                0, home.resolve("host.key"), user -> Optional.ofNullable(accounts.get(user)), limits, files);
        this.client = new DropClient(DropCredentials.ofKey(clientKey), SHORT);
    }

    public DropAccount addAccount(String user, KeyPair key) throws IOException {
        DropAccount account =
                new DropAccount(home.resolve("drops").resolve(user), Set.of(new SshPublicKey(key.getPublic())));
        createFolders(account);
        accounts.put(user, account);
        return account;
    }

    /** Creates the folders that every account has. */
    public static void createFolders(DropAccount account) throws IOException {
        for (DropFolder folder : DropFolder.values()) {
            Files.createDirectories(account.root().resolve(folder.folderName()));
        }
    }

    public DropSession open() {
        return client.open(YUNHE, server.addressOf("YUNHE"));
    }

    public Path upload(String name) {
        return home.resolve("drops/YUNHE/upload").resolve(name);
    }

    public Path archive(String name) {
        return home.resolve("drops/YUNHE/archive").resolve(name);
    }

    public Path download(String name) {
        return home.resolve("drops/YUNHE/download").resolve(name);
    }

    /** Writes a file whose time is noon of the day on which the registry opened. */
    public static Path put(Path file, String content) {
        return put(file, content, NOON);
    }

    public static Path put(Path file, String content, Instant modified) {
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
            Files.setLastModifiedTime(file, FileTime.from(modified));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
