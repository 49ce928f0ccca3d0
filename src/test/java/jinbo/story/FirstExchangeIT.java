package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.testing.ExternalProgram;
import jinbo.testing.Readme;
import jinbo.testing.Shell;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestJvm;
import org.bouncycastle.bcpg.sig.IntendedRecipientFingerprint;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader of {@code docs/operators/first-exchange.md} at a shell, with the program and GnuPG, types what is written there. The demo is started from the jar
 * as it is built; for the commands after it, {@link TestJvm} stands in the place of the jar. The clock says what the test says.
 */
@Tag("interop")
class FirstExchangeIT {

    private static final Path PAGE = Path.of("docs/operators/first-exchange.md");

    private static final String UPLOAD = "complaints-HANDMADE-20261124-001.csv";

    @TempDir
    private Path folder;

    private Path gnupgHome;

    @BeforeAll
    static void gnuPgIsHere() {
        ExternalProgram.required("gpg");
    }

    @BeforeEach
    void gnuPgHasAHome() throws Exception {
        // short, because the agent's socket lies in it and may have a path of 107 bytes only
        gnupgHome = Files.createTempDirectory("jg");
    }

    private static String commandsUnder(String heading) {
        return Readme.blocksUnder(PAGE, heading, "sh");
    }

    @AfterEach
    void theAgentEnds() {
        shell("2026-11-24T10:00:00+08:00").run("gpgconf", "--kill", "gpg-agent");
    }

    @Test
    void whatThePageShowsInTheDemoCanBeLookedAtAsWritten() throws Exception {
        Shell shell = shell("2012-09-24T09:00:00+08:00");
        Path jar = Path.of("target", "jinbo.jar").toAbsolutePath();
        shell.run(
                        TestJvm.executable(),
                        "-Xlog:disable",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "demo",
                        "--once")
                .succeeded();

        String out = shell.run("bash", "-e", "-c", typed(commandsUnder("Look around in the demo")))
                .succeeded()
                .out();

        assertThat(out)
                .contains("YUNHE", "complaints-CHANGQING-20120921-002.csv.pgp", "PARTLY_ACCEPTED")
                .contains("The registry is consistent.", "RELEASE");
    }

    /** The demo has shown a first start: this home gets PostgreSQL's programs and does not unpack them once more. */
    @Test
    void anExchangeOfOnesOwnGoesAsWritten() throws Exception {
        TestDatabase.linkServerProgramsInto(folder.resolve("my-home"));
        String out = shell("2026-11-24T10:00:00+08:00")
                .run(
                        "bash",
                        "-e",
                        "-o",
                        "pipefail",
                        "-c",
                        typed(commandsUnder("An exchange of your own")
                                + commandsUnder("Sales units, and insurers that leave")
                                + "java -jar target/jinbo.jar registry verify\n"))
                .succeeded()
                .out();

        assertThat(out)
                .contains("Accepted for HANDMADE.", "海淀电销中心", "Lists delivered: 1", "The registry is consistent.")
                .contains("\"status\": \"ACCEPTED\"", "\"effective_on\": \"2026-12-04\"")
                .contains("mobile,business_line,effective_on,expires_on\r\n13810001234,LIFE,2026-12-04,2028-12-04\r\n");
        Path drop = folder.resolve("my-home").resolve("drops").resolve("HANDMADE");
        assertThat(drop.resolve("archive").resolve(UPLOAD + ".pgp")).exists();
        assertThat(drop.resolve("upload")).isEmptyDirectory();
        try (Stream<Path> delivered = Files.list(drop.resolve("download"))) {
            assertThat(delivered.toList()).hasSize(4).allSatisfy(this::isSignedAndForThisInsurerAlone);
        }
    }

    /** Of what {@code --status-fd} says: signature, signed name, the one recipient; and whom the signature says it is for. */
    private void isSignedAndForThisInsurerAlone(Path file) throws IOException {
        List<String> status = gpg("--status-fd", "1", "--output", "clear", "--decrypt", file.toString())
                .out()
                .lines()
                .toList();
        assertThat(status)
                .anyMatch(line -> line.startsWith("[GNUPG:] GOODSIG "))
                .anyMatch(line -> line.startsWith("[GNUPG:] VALIDSIG "))
                .contains("[GNUPG:] NOTATION_NAME file@exchange.jinbo")
                .contains("[GNUPG:] NOTATION_DATA " + file.getFileName())
                .contains("[GNUPG:] DECRYPTION_OKAY", "[GNUPG:] GOODMDC");
        assertThat(status.stream().filter(line -> line.startsWith("[GNUPG:] ENC_TO ")))
                .singleElement()
                .asString()
                .startsWith("[GNUPG:] ENC_TO " + insurersKey("sub", 4) + " ");
        gpg("--output", "unwrapped", "--unwrap", file.toString());
        assertThat(intendedRecipients(Files.readAllBytes(folder.resolve("unwrapped"))))
                .containsExactly(insurersKey("fpr", 9));
    }

    /** RFC 9580, 5.2.3.36: subpacket 35 of the signature inside. */
    private static List<String> intendedRecipients(byte[] signedMessage) throws IOException {
        try {
            BcPGPObjectFactory packets =
                    new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(signedMessage)));
            for (Object packet = packets.nextObject(); packet != null; packet = packets.nextObject()) {
                if (packet instanceof PGPCompressedData compressed) {
                    packets = new BcPGPObjectFactory(compressed.getDataStream());
                } else if (packet instanceof PGPLiteralData literal) {
                    literal.getInputStream().readAllBytes();
                } else if (packet instanceof PGPSignatureList signatures) {
                    return Stream.of(signatures.get(0).getHashedSubPackets().getIntendedRecipientFingerprints())
                            .map(IntendedRecipientFingerprint::getFingerprint)
                            .map(HexFormat.of().withUpperCase()::formatHex)
                            .toList();
                }
            }
            throw new AssertionError("No signature in the message");
        } catch (org.bouncycastle.openpgp.PGPException e) {
            throw new AssertionError(e);
        }
    }

    /** A field of the first such line of the insurer's key, as {@code gpg --with-colons} tells it. */
    private String insurersKey(String line, int field) {
        return gpg("--with-colons", "--list-keys", "exchange@handmade.example")
                .out()
                .lines()
                .filter(key -> key.startsWith(line + ":"))
                .map(key -> key.split(":")[field])
                .findFirst()
                .orElseThrow();
    }

    private Shell.Answer gpg(String... arguments) {
        String words = Stream.of(arguments).map(text -> "'" + text + "'").reduce("", (a, b) -> a + " " + b);
        return shell("2026-11-24T10:00:00+08:00")
                .run("bash", "-e", "-c", typed("gpg --batch --yes --quiet --trust-model always" + words))
                .succeeded();
    }

    /** The commands on the machine of this test: the program in the Java that runs it, and the time that the clock stands at. */
    private static String typed(String commands) {
        String program =
                TestJvm.program().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return "program=(" + program + ")\n" + """
                java() {
                    [ "$1 $2" = "-jar target/jinbo.jar" ]
                    "${program[@]}" "${@:3}"
                }
                gpg() { command gpg --faked-system-time "$(command date -u -d "$JINBO_CLOCK" +%Y%m%dT%H%M%S)!" "$@"; }
                date() { command date -d "$JINBO_CLOCK" "$@"; }
                """ + commands;
    }

    private Shell shell(String clock) {
        return new Shell(folder, environment(gnupgHome, clock));
    }

    private static Map<String, String> environment(Path gnupgHome, String clock) {
        return Map.of("GNUPGHOME", gnupgHome.toString(), "JINBO_CLOCK", clock, "LC_ALL", "C.UTF-8");
    }
}
