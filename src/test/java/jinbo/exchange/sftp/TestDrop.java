package jinbo.exchange.sftp;

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
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/** An embedded server with the drop of one insurer, YUNHE, and a client that may log in to it. */
final class TestDrop implements AutoCloseable {

    static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    static final Instant NOON = Instant.parse("2012-09-21T04:00:00Z");
    static final DropTimeouts SHORT =
            new DropTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    final Path home;
    final KeyPair clientKey;
    final Map<String, DropAccount> accounts = new ConcurrentHashMap<>();
    final EmbeddedSftpServer server;
    final DropClient client;

    TestDrop(Path home) throws IOException {
        this(home, new JailedFileSystemAccessor());
    }

    /** With a server that treats files in a way of the test's own. */
    TestDrop(Path home, JailedFileSystemAccessor files) throws IOException {
        this(home, files, ServerLimits.DEFAULT);
    }

    /** With limits of the test's own. */
    TestDrop(Path home, ServerLimits limits) throws IOException {
        this(home, new JailedFileSystemAccessor(), limits);
    }

    private TestDrop(Path home, JailedFileSystemAccessor files, ServerLimits limits) throws IOException {
        this.home = home;
        this.clientKey = SshKeyFile.readOrGenerate(home.resolve("association.key"));
        addAccount("YUNHE", clientKey);
        this.server = EmbeddedSftpServer.start(
                0, home.resolve("host.key"), user -> Optional.ofNullable(accounts.get(user)), limits, files);
        this.client = new DropClient(DropCredentials.ofKey(clientKey), SHORT);
    }

    DropAccount addAccount(String user, KeyPair key) throws IOException {
        DropAccount account =
                new DropAccount(home.resolve("drops").resolve(user), Set.of(new SshPublicKey(key.getPublic())));
        account.createFolders();
        accounts.put(user, account);
        return account;
    }

    DropSession open() {
        return client.open(YUNHE, server.addressOf("YUNHE"));
    }

    Path upload(String name) {
        return home.resolve("drops/YUNHE/upload").resolve(name);
    }

    Path archive(String name) {
        return home.resolve("drops/YUNHE/archive").resolve(name);
    }

    Path download(String name) {
        return home.resolve("drops/YUNHE/download").resolve(name);
    }

    /** Writes a file whose time is noon of the day on which the registry opened. */
    static Path put(Path file, String content) {
        return put(file, content, NOON);
    }

    static Path put(Path file, String content, Instant modified) {
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
