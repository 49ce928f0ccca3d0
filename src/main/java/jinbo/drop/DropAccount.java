package jinbo.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Set;
import jinbo.disk.OwnerOnly;

/**
 * One insurer's place on the embedded server.
 *
 * @param root the folder that the account is shut up in
 * @param keys the public keys that let in: the insurer's, and the association's own
 */
public record DropAccount(Path root, Set<SshPublicKey> keys) {

    public DropAccount {
        root = root.toAbsolutePath();
        keys = Set.copyOf(keys);
    }

    /** Creates the three folders where they are missing, closed to everybody else on the machine. */
    public void createFolders() throws IOException {
        OwnerOnly.createFolder(root);
        for (DropFolder folder : DropFolder.values()) {
            OwnerOnly.createFolder(root.resolve(folder.folderName()));
        }
    }

    boolean letsIn(PublicKey shown) {
        return keys.stream().anyMatch(key -> key.is(shown));
    }
}
