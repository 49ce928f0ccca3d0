package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import jinbo.exchange.sftp.DropFolder;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.ssh.SshPublicKey;

/** @param ours the public keys of whoever runs the server, which may do everything */
public record DropAccount(Path root, Set<SshPublicKey> ours, Set<SshPublicKey> theirs, boolean readOnly) {

    public DropAccount {
        root = root.toAbsolutePath();
        ours = Set.copyOf(ours);
        theirs = Set.copyOf(theirs);
    }

    /** An account whose keys may do everything. */
    public DropAccount(Path root, Set<SshPublicKey> keys) {
        this(root, keys, Set.of(), false);
    }

    enum Access {
        NONE,
        READ,
        CHANGE
    }

    /** Creates the three folders where they are missing, closed to everybody else on the machine. */
    public void createFolders() throws IOException {
        OwnerOnlyPermissions.createFolder(root);
        for (DropFolder folder : DropFolder.values()) {
            OwnerOnlyPermissions.createFolder(root.resolve(folder.folderName()));
        }
    }

    boolean isOurs(SshPublicKey key) {
        return isAmong(ours, key);
    }

    Access accessOf(SshPublicKey key) {
        if (isOurs(key)) {
            return Access.CHANGE;
        }
        if (!isAmong(theirs, key)) {
            return Access.NONE;
        }
        return readOnly ? Access.READ : Access.CHANGE;
    }

    private static boolean isAmong(Set<SshPublicKey> keys, SshPublicKey key) {
        return keys.stream().anyMatch(each -> each.is(key.key()));
    }
}
