package jinbo.partner;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/** An insurer's connection to its drop. If the drop is a local folder, it starts an embedded SFTP server for it. */
public record DropConnection(DropClient client, InsurerDropSession session, Optional<EmbeddedSftpServer> server)
        implements AutoCloseable {

    /** @throws PartnerException if the login key is unreadable, or the folder is not a drop */
    public static DropConnection connect(PartnerSettings settings, PartnerFolder folder, PassphraseSource passphrase)
            throws IOException {
        if (settings.drop() instanceof DropPlace.Server there) {
            return connect(settings.code(), there.address(), credentials(there, passphrase), Optional.empty());
        }
        Path root = ((DropPlace.Folder) settings.drop()).path();
        if (!Files.isDirectory(root.resolve("upload")) || !Files.isDirectory(root.resolve("download"))) {
            throw new PartnerException(PartnerError.NOT_A_DROP, root);
        }
        Path keys = folder.root().resolve("loopback");
        OwnerOnlyPermissions.createFolder(keys);
        KeyPair login = new SshKeyFile(keys.resolve("login.ssh")).readOrGenerate();
        DropAccount account = new DropAccount(root, Set.of(new SshPublicKey(login.getPublic())));
        EmbeddedSftpServer server = EmbeddedSftpServer.start(0, keys.resolve("host.ssh"), user -> Optional.of(account));
        return connect(
                settings.code(),
                server.addressOf(settings.code().value()),
                DropCredentials.ofKey(login),
                Optional.of(server));
    }

    @Override
    public void close() throws IOException {
        session.close();
        client.close();
        if (server.isPresent()) {
            server.get().close();
        }
    }

    private static DropCredentials credentials(DropPlace.Server there, PassphraseSource passphrase) throws IOException {
        Optional<String> password = there.loginPassword().isPresent()
                ? Optional.of(new OwnerOnlyFile(there.loginPassword().get()).readLine())
                : Optional.empty();
        if (there.loginKey().isEmpty()) {
            return DropCredentials.ofPassword(password.orElseThrow());
        }
        DropCredentials key = DropCredentials.ofKey(loginKey(there.loginKey().get(), passphrase));
        return password.map(key::andPassword).orElse(key);
    }

    private static KeyPair loginKey(Path file, PassphraseSource passphrase) throws IOException {
        new OwnerOnlyFile(file).requireClosed();
        try {
            SshKeyFile key = new SshKeyFile(file);
            return key.isProtected() ? key.read(passphrase.of(file).characters()) : key.read();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new PartnerException(PartnerError.LOGIN_KEY_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static DropConnection connect(
            InsurerCode code, DropAddress address, DropCredentials login, Optional<EmbeddedSftpServer> server)
            throws IOException {
        DropClient client = new DropClient(login, DropTimeouts.DEFAULT);
        try {
            return new DropConnection(client, client.openAsInsurer(code, address), server);
        } catch (RuntimeException e) {
            client.close();
            if (server.isPresent()) {
                server.get().close();
            }
            throw e;
        }
    }
}
