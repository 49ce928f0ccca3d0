package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.Sha256;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.stereotype.Component;

/** Refuses to open a home that holds a sample key, unless it is a demo. Needs no passphrase. */
@Component
public record RefuseSampleKeysInHome(Home home, SampleKeys samples) {

    private static final String LOG_KEY = "access-log.key";

    public void check() {
        List<ErrorMessage> faults = new ArrayList<>();
        fingerprints()
                .forEach((file, of) -> samples.fault(of)
                        .ifPresent(fault -> faults.add(ErrorMessage.of(KeysError.SAMPLE_KEY_IN_FILE, file, fault))));
        if (!faults.isEmpty()) {
            throw new HomeException(KeysError.SAMPLE_KEYS_IN_HOME, home.keys(), faults);
        }
    }

    private Map<String, List<String>> fingerprints() {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : files()) {
            String name = home.keys().relativize(file).toString();
            try {
                if (Files.exists(file)) {
                    found.put(name, fingerprints(file));
                }
            } catch (IOException | UnusableKeyException damaged) {
                // not a sample key; the fault is reported when the key is used
                found.put(name, List.of());
            }
        }
        return found;
    }

    private List<Path> files() {
        try {
            List<Path> files = new ArrayList<>(new KeyPaths(home.keys()).all());
            files.add(home.keys().resolve("host.ssh"));
            files.add(home.keys().resolve(LOG_KEY));
            return files;
        } catch (IOException e) {
            throw new HomeException(KeysError.KEYS_UNREADABLE, home.keys()).causedBy(e);
        }
    }

    private static List<String> fingerprints(Path file) throws IOException {
        if (file.endsWith(LOG_KEY)) {
            byte[] key = new NoteKeyFile(file).read("any").verifierKey().publicKey();
            return List.of(HexFormat.of().formatHex(Sha256.start().digest(key)));
        }
        if (file.toString().endsWith(".ssh")) {
            return new SshKeyFile(file)
                    .publicKey().map(key -> new SshPublicKey(key).fingerprint()).stream()
                            .toList();
        }
        return SecretKeys.certificatesIn(file).stream()
                .flatMap(certificate -> certificate.allFingerprints().stream())
                .toList();
    }
}
