package jinbo.exchange.sftp.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import jinbo.platform.ssh.SshPublicKey;

/**
 * An insurer's account on the embedded SFTP server.
 *
 * @param ours the public keys of the association, which may do everything
 * @param theirs the public keys of the insurer
 */
public record DropAccount(Path root, Set<SshPublicKey> ours, Set<SshPublicKey> theirs, boolean readOnly) {

    public DropAccount {
        root = root.toAbsolutePath();
        ours = Set.copyOf(ours);
        theirs = Set.copyOf(theirs);
    }

    public DropAccount(Path root, Set<SshPublicKey> keys) {
        this(root, keys, Set.of(), false);
    }

    enum Access {
        NONE,
        READ,
        CHANGE
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

    /** Finds the accounts that may log in; called at every login and request, because accounts come and go. */
    @FunctionalInterface
    public interface DropAccounts {

        /** @param user unchecked text from the client */
        Optional<DropAccount> find(String user);
    }
}
