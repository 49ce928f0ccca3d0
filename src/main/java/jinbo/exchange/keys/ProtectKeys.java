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
import jinbo.platform.ssh.ProtectedSshKey;
import org.springframework.stereotype.Component;

/**
 * Puts the keys that sign, decrypt and log in under a passphrase, under another one, or under none; all of them or none:
 * where the program dies, the next command finishes what was durable or throws it away. Keys that every command needs (the access log's, those for hashes, the embedded server's) stay as they are.
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

    /** @throws HomeException if they cannot be read */
    public boolean areProtected() {
        try {
            for (Path file : openPgpFiles()) {
                if (SecretKeys.isProtectedFile(file)) {
                    return true;
                }
            }
            for (Path file : sshFiles()) {
                if (new ProtectedSshKey(file).isProtected()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Protects them; those that are lacking are made.
     *
     * @throws jinbo.exchange.keys.KeysException if they have one, and it is not told or does not open them
     * @throws HomeException if they cannot be read or written
     */
    public List<String> with(Passphrase passphrase) {
        return replace(passphrase.characters());
    }

    /** Takes the passphrase off; otherwise as {@link #with}. */
    public List<String> removePassphrase() {
        return replace(new char[0]);
    }

    /** Finishes what a process that died had begun, if one had. */
    public void finish() {
        try {
            new AtomicFolderUpdate(folder).finish();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private List<String> replace(char[] passphrase) {
        // whoever types a passphrase keeps nobody waiting
        keys.requireOpen();
        List<String> replaced = keys.alone(() -> replaceAlone(passphrase));
        current.forget();
        return replaced;
    }

    private List<String> replaceAlone(char[] passphrase) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : openPgpFiles()) {
            contents.put(name(file), files.openPgp(file).protectedBy(passphrase).armored());
        }
        for (Path file : sshFiles()) {
            contents.put(name(file), ProtectedSshKey.encode(files.ssh(file), passphrase));
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

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    private HomeException unusable(IOException e) {
        return new HomeException(KeysError.KEYS_NOT_WRITTEN, folder, String.valueOf(e.getMessage())).causedBy(e);
    }
}
