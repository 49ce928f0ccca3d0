package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.testing.Peer;
import jinbo.testing.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An integrator and an operator at two shells: the insurer has nothing but GnuPG and a key of its own, the association
 * nothing but the jar and a fresh home.
 */
@Tag("interop")
class ByHandIT {

    private static final String CLOCK = "2026-11-24T10:00:00+08:00";
    private static final String UPLOAD = "complaints-HANDMADE-20261124-001.csv";

    @TempDir
    private Path folder;

    private Path gnupgHome;
    private Shell integrator;
    private Shell operator;

    @BeforeEach
    void twoShells() throws Exception {
        Peer.required("gpg");
        // short, because the agent's socket lies in it and may have a path of 107 bytes only
        gnupgHome = Files.createTempDirectory("jg");
        integrator = new Shell(folder, Map.of("GNUPGHOME", gnupgHome.toString(), "LC_ALL", "C.UTF-8"));
        operator = new Shell(folder, Map.of("JINBO_HOME", folder.resolve("home").toString(), "JINBO_CLOCK", CLOCK));
    }

    @AfterEach
    void theAgentEnds() {
        integrator.run("gpgconf", "--kill", "gpg-agent");
    }

    @Test
    void aFileSealedWithGnuPgIsTakenInAndTheAnswersOpenWithTheSameKey() throws Exception {
        gpg("--quick-generate-key", "Handmade Life <exchange@handmade.example>", "ed25519", "cert,sign", "never");
        String fingerprint = gpg("--with-colons", "--list-keys")
                .out()
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .findFirst()
                .orElseThrow();
        gpg("--quick-add-key", fingerprint, "cv25519", "encr", "never");
        gpg("--armor", "--output", "handmade.asc", "--export", fingerprint);

        jinbo("insurer", "add", "HANDMADE", "--name", "手工人寿", "--sector", "LIFE")
                .succeeded();
        jinbo("insurer", "agree", "HANDMADE", "--self-discipline", "2026-01-01", "--confidentiality", "2026-01-01")
                .succeeded();
        jinbo("key", "add", "HANDMADE", "handmade.asc").succeeded();
        jinbo("key", "export", "association.asc").succeeded();

        gpg("--import", "association.asc");
        Files.writeString(
                folder.resolve(UPLOAD),
                "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2026-11-20\r\n138100,TELEMARKETING,2026-11-20\r\n");
        gpg("--sign", "--encrypt", "--recipient", "exchange@jinbo.invalid", "--output", UPLOAD + ".pgp", UPLOAD);
        Path drop = folder.resolve("home").resolve("drops").resolve("HANDMADE");
        Files.copy(folder.resolve(UPLOAD + ".pgp"), drop.resolve("upload").resolve(UPLOAD + ".pgp"));

        assertThat(jinbo("run", "collect-uploads").succeeded().out()).contains("PARTLY_ACCEPTED");
        assertThat(jinbo("run", "publish-block-lists").succeeded().out()).contains("HANDMADE");

        String receipt = opened(drop, "receipt-complaints-HANDMADE-20261124-001.json.pgp");
        assertThat(receipt).contains("\"status\": \"PARTLY_ACCEPTED\"", "\"effective_on\": \"2026-12-04\"");
        String outcome = opened(drop, "outcome-complaints-HANDMADE-20261124-001.csv.pgp");
        assertThat(outcome).contains("3,mobile,REFUSED,MOBILE_MALFORMED");
        String list = opened(drop, "blocklist-HANDMADE-00000001-full.csv.pgp");
        assertThat(list).isEqualTo("mobile,effective_on,expires_on\r\n13810001234,2026-12-04,2028-12-04\r\n");
        assertThat(opened(drop, "blocklist-HANDMADE-00000001.manifest.json.pgp"))
                .contains("\"sequence\": 1");
        assertThat(drop.resolve("archive").resolve(UPLOAD + ".pgp")).exists();
        assertThat(drop.resolve("upload")).isEmptyDirectory();
        assertThat(jinbo("registry", "verify").exit()).isZero();
    }

    /** Decrypts and checks what {@code --status-fd} says of signature, signed name and recipient. */
    private String opened(Path drop, String name) {
        Path file = drop.resolve("download").resolve(name);
        String clear = name + ".clear";
        List<String> status = gpg("--status-fd", "1", "--output", clear, "--decrypt", file.toString())
                .out()
                .lines()
                .toList();
        assertThat(status)
                .anyMatch(line -> line.startsWith("[GNUPG:] GOODSIG "))
                .anyMatch(line -> line.startsWith("[GNUPG:] VALIDSIG "))
                .contains("[GNUPG:] NOTATION_NAME file@exchange.jinbo", "[GNUPG:] NOTATION_DATA " + name)
                .contains("[GNUPG:] DECRYPTION_OKAY", "[GNUPG:] GOODMDC");
        assertThat(status.stream().filter(line -> line.startsWith("[GNUPG:] ENC_TO ")))
                .hasSize(1);
        assertThat(gpg("--list-packets", file.toString()).out()).contains("subpkt 35 len 21");
        try {
            return Files.readString(folder.resolve(clear));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private Shell.Answer gpg(String... arguments) {
        Stream<String> always =
                Stream.of("gpg", "--batch", "--yes", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "");
        Stream<String> clock = Stream.of("--faked-system-time", "20261124T020000!", "--trust-model", "always");
        return integrator
                .run(Stream.of(always, clock, Stream.of(arguments))
                        .flatMap(part -> part)
                        .toList())
                .succeeded();
    }

    private Shell.Answer jinbo(String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of("target", "jinbo.jar").toAbsolutePath();
        return operator.run(
                Stream.concat(Stream.of(java.toString(), "-jar", jar.toString(), "--lang", "en"), Stream.of(arguments))
                        .toList());
    }
}
