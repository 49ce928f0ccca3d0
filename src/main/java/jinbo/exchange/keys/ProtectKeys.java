package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.AtomicFolderUpdate;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.platform.ssh.SshKeyFile;
import org.springframework.stereotype.Component;

/**
 * Sets, changes or removes the passphrase of the keys that sign, decrypt and log in. Either all or none of them change:
 * after a crash, the next command completes or discards the change. Keys that every command needs (of the access log,
 * for hashes, of the embedded SFTP server) stay unprotected.
 */
@Component
public class ProtectKeys {

    private static final String HOST_KEY = "host.ssh";

    private final Path folder;
    private final AssociationKeys keys;
    private final KeyFiles files;
    private final PassphraseSource current;

    ProtectKeys(Home home, AssociationKeys keys, KeyFiles files, PassphraseSource current) {
        this.folder = home.keys();
        this.keys = keys;
        this.files = files;
        this.current = current;
    }

    public boolean areProtected() {
        try {
            for (Path file : openPgpFiles()) {
                if (SecretKeys.isProtectedFile(file)) {
                    return true;
                }
            }
            for (Path file : sshFiles()) {
                if (new SshKeyFile(file).isProtected()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Protects the keys with a passphrase, generates missing keys, and returns the paths of the changed files.
     *
     * @throws KeysException if the current passphrase is missing or wrong
     */
    public List<String> with(Passphrase passphrase) {
        return replace(passphrase.characters());
    }

    public List<String> removePassphrase() {
        return replace(new char[0]);
    }

    public void finish() {
        try {
            new AtomicFolderUpdate(folder).finish();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private List<String> replace(char[] passphrase) {
        // asks for the passphrase before the lock is taken
        keys.requireOpen();
        List<String> replaced = keys.runExclusively(() -> replaceExclusively(passphrase));
        current.forget();
        return replaced;
    }

    private List<String> replaceExclusively(char[] passphrase) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : openPgpFiles()) {
            contents.put(
                    folder.relativize(file).toString(),
                    files.protect(files.openPgp(file), passphrase).armored());
        }
        for (Path file : sshFiles()) {
            contents.put(folder.relativize(file).toString(), files.protect(files.ssh(file), passphrase));
        }
        new AtomicFolderUpdate(folder).replace(contents);
        return List.copyOf(contents.keySet());
    }

    private List<Path> openPgpFiles() throws IOException {
        List<Path> secret = new ArrayList<>();
        for (Path file : ending(".asc")) {
            if (Files.readString(file).contains("PRIVATE KEY BLOCK")) {
                secret.add(file);
            }
        }
        return secret;
    }

    private List<Path> sshFiles() throws IOException {
        return ending(".ssh").stream().filter(file -> !file.endsWith(HOST_KEY)).toList();
    }

    private List<Path> ending(String ending) throws IOException {
        new AtomicFolderUpdate(folder).finish();
        return new FolderWalk(folder)
                .all().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    private HomeException unusable(IOException e) {
        return new HomeException(KeysError.KEYS_NOT_WRITTEN, folder, String.valueOf(e.getMessage())).causedBy(e);
    }
}
