package jinbo.exchange.keys;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.Sha256;
import jinbo.platform.ssh.SshPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleKeysTest {

    private static final Path FOLDER = Path.of("keys-sample");

    @TempDir
    private Path copies;

    /** Sample keys that are not in the list would be accepted in production. */
    @Test
    void listContainsEverySampleKey() throws IOException {
        Set<String> lying = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                lying.addAll(fingerprintsIn(file));
            }
        }
        Set<String> listed = new TreeSet<>();
        Files.readAllLines(FOLDER.resolve("fingerprints.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> listed.add(line.split(" ")[0]));

        assertThat(lying).hasSizeGreaterThan(13).isEqualTo(listed);
        assertThat(lying)
                .allSatisfy(
                        fingerprint -> assertThat(SampleKeys.allowedIf(false).fault(List.of(fingerprint)))
                                .isPresent());
    }

    @Test
    void refusesSampleKeysOfEarlierVersions() {
        assertThat(SampleKeys.allowedIf(false).fault(List.of("SHA256:Zt03Ih1ARnz0A0UNBee5Kx7cMr3/eLG9BRv4SYaYiFo")))
                .isPresent();
    }

    @Test
    void refusesSampleKeyWithReasonAndRemedy() {
        List<String> keys = List.of("0".repeat(40), "10F77E97DD2C8CC7BA2F87BA9516AC957CBD1DD9");

        assertThatThrownBy(() -> SampleKeys.allowedIf(false).refuse(keys, KeysError.ASK_FOR_KEY, "YUNHE"))
                .is(error(KeysError.SAMPLE_KEY))
                .hasMessage(
                        "A sample key is refused. The key 10F77E97DD2C8CC7BA2F87BA9516AC957CBD1DD9 is the sample"
                                + " key YUNHE: its secret half is published with this program, so only a demo may use it; ask YUNHE for its own key");
        assertThat(SampleKeys.allowedIf(false).fault(List.of("0".repeat(40)))).isEmpty();
        assertThat(SampleKeys.allowedIf(true).fault(keys)).isEmpty();
    }

    @Test
    void documentationShowsTheRefusal() throws IOException {
        List<String> yunhe = fingerprintsIn(FOLDER.resolve("YUNHE.public.asc"));

        assertThatThrownBy(() -> SampleKeys.allowedIf(false).refuse(yunhe, KeysError.ASK_FOR_CERTIFICATE, "YUNHE"))
                .satisfies(refused -> assertThat(Files.readString(Path.of("docs/operators/keys.md")))
                        .contains("$ jinbo key add YUNHE keys-sample/YUNHE.public.asc\n" + refused.getMessage() + "\n"))
                .hasMessageContaining("The key " + yunhe.get(0) + " is");
    }

    private List<String> fingerprintsIn(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".public.asc")) {
            try (InputStream in = Files.newInputStream(file)) {
                return values(Certificate.parse(in));
            }
        }
        if (name.endsWith(".secret.asc")) {
            return values(SecretKeys.load(file).certificate());
        }
        if (name.endsWith(".ssh.pub")) {
            return List.of(SshPublicKey.parse(Files.readString(file)).fingerprint());
        }
        if (name.endsWith(".key")) {
            OwnerOnlyFile copy = new OwnerOnlyFile(copies.resolve(name));
            copy.write(Files.readString(file));
            byte[] key = new NoteKeyFile(copy.path()).read("any").verifierKey().publicKey();
            return List.of(HexFormat.of().formatHex(Sha256.start().digest(key)));
        }
        return List.of();
    }

    private static List<String> values(Certificate certificate) {
        return certificate.allKeys().stream().map(Fingerprint::value).toList();
    }
}
