package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Map;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.session.SessionContext;

/** Gives each account its own folder as the root of all files; one that is not there lets nobody in, and is not made. */
final class AccountFileSystemFactory implements FileSystemFactory {

    private final DropAccounts accounts;

    AccountFileSystemFactory(DropAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Path getUserHomeDir(SessionContext session) throws IOException {
        return account(session).root();
    }

    @Override
    public FileSystem createFileSystem(SessionContext session) throws IOException {
        DropAccount account = account(session);
        return new RootedFileSystemProvider().newFileSystem(account.root(), Map.of());
    }

    private DropAccount account(SessionContext session) throws IOException {
        return accounts.find(session.getUsername())
                .orElseThrow(() -> new IOException("The account is no longer there"));
    }
}
