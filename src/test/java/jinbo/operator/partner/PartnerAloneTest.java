package jinbo.operator.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jinbo.exchange.openpgp.CheaplyProtectedKeys;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.partner.PartnerFolder;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The insurer's own side at its terminal, over a folder in place of a drop; the association's two keys were given by hand. */
class PartnerAloneTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String PASSPHRASE = "correct horse battery staple";

    private final List<String> questions = new ArrayList<>();
    private final SecretKeys stolen = SecretKeys.generate("former", NOW.minusSeconds(900));
    private final SecretKeys present = SecretKeys.generate("present", NOW.minusSeconds(800));

    @TempDir
    private Path folder;

    private CommandSession commands;

    @BeforeEach
    void open() {
        commands = CommandSession.withoutHome()
                .at(new SettableClock(NOW.toString()))
                .partner(folder.resolve("own"));
    }

    @Test
    void thePassphraseIsAskedForOnceAndTheNextKeyOpensWithIt() throws IOException {
        setUp(PASSPHRASE);

        CommandOutput sent = partner(PASSPHRASE).type("certificate", "send");

        assertThat(sent.err()).isEmpty();
        assertThat(questions).hasSize(1);
        assertThat(partner(PASSPHRASE).type("certificate", "list").out()).contains("signs, decrypts", "decrypts");
        assertThat(partner("mistyped passphrase").type("status").err()).contains("does not open");
        assertThat(iterationsOfNextKey()).isNotEmpty().containsOnly(65_011_712L);
    }

    @Test
    void aKeyFromElsewhereIsAskedForByItsFile() throws IOException {
        setUp(PASSPHRASE);
        Path file = folder.resolve("elsewhere/key.asc");
        CheaplyProtectedKeys.of(SecretKeys.generate("Yunhe", NOW.minusSeconds(700)), "another one of its own")
                .writeTo(file);

        CommandOutput sent = partner(asked -> asked.contains("key.asc") ? "another one of its own" : PASSPHRASE)
                .type("certificate", "send", "--secret-key", file.toString());

        assertThat(sent.err()).isEmpty();
        assertThat(questions).hasSize(2);
        assertThat(questions.get(1)).contains("elsewhere/key.asc");
    }

    @Test
    void whoeverIsWaitedForIsWaitedForBeforeAnythingIsOpened() throws IOException {
        setUp(PASSPHRASE);

        for (List<String> command : List.of(
                List.of("sync"),
                List.of("fetch"),
                List.of("certificate", "send"),
                List.of("certificate", "accept", "AB".repeat(20)),
                List.of("certificate", "refuse", "AB".repeat(20)),
                List.of("certificate", "use", "AB".repeat(20)),
                List.of("apply"),
                List.of("resync", "--reason", "a test"))) {
            CommandOutput busy = new PartnerFolder(folder.resolve("own"))
                    .alone(() -> partner(PASSPHRASE).type(command.toArray(String[]::new)));
            assertThat(busy.err()).as(command.toString()).contains("Another command is using");
        }
        assertThat(questions).isEmpty();
    }

    @Test
    void aReceiptIsNotBelievedOfAKeyThatIsRevokedInTheSameVisit() throws IOException {
        setUp("");
        deliver(stolen, "receipt-complaints-YUNHE-20261124-001.json.pgp", "{}");
        deliver(
                present,
                "certificate-YUNHE-20261124-001.asc.pgp",
                stolen.revoked(stolen.certificate(), new KeyRevocation(NOW.minusSeconds(60), true, "stolen"))
                        .armored());

        JsonNode fetched = partner("").json(1, "fetch");

        assertThat(fetched.at("/certificates/0/outcome").asString()).isEqualTo("REVOKED");
        assertThat(fetched.at("/receipts/0/fault").asString()).isEqualTo("FORGED");
    }

    @Test
    void aPassphraseThatIsTooShortLeavesNothingInTheWayOfASecondTry() throws IOException {
        assertThat(init("short").err()).contains("too short");
        assertThat(folder.resolve("own/partner.properties")).doesNotExist();

        assertThat(init(PASSPHRASE).err()).isEmpty();
    }

    @Test
    void theNextKeyIsGivenUpByChoosingThePresentOne() throws IOException {
        setUp("");
        partner("").type("certificate", "send");
        List<String> own = own();

        CommandOutput chosen = partner("").type("certificate", "use", own.get(0), "--accepted");

        assertThat(chosen.err()).isEmpty();
        assertThat(chosen.out())
                .contains("Signing key from now on: " + own.get(0), "No longer our next key: " + own.get(1));
        assertThat(partner("").type("status").out()).doesNotContain("Our next key");
    }

    private List<String> own() {
        List<String> own = new ArrayList<>();
        for (JsonNode row : partner("").json("certificate", "list").at("/certificates")) {
            if (row.at("/whose").asString().equals("OWN")) {
                own.add(row.at("/fingerprint").asString());
            }
        }
        return own;
    }

    /** With a key that costs little to open. */
    private void setUp(String passphrase) throws IOException {
        assertThat(init("").err()).isEmpty();
        if (!passphrase.isEmpty()) {
            Path own = folder.resolve("own/secret.asc");
            SecretKeys cheap = CheaplyProtectedKeys.of(SecretKeys.load(own), passphrase);
            Files.delete(own);
            cheap.writeTo(own);
        }
        questions.clear();
    }

    private Set<Long> iterationsOfNextKey() throws IOException {
        Set<Long> iterations = new HashSet<>();
        try (DirectoryStream<Path> next = Files.newDirectoryStream(folder.resolve("own/own"), "*.asc")) {
            for (Path file : next) {
                new BcPGPSecretKeyRingCollection(
                                new ArmoredInputStream(new ByteArrayInputStream(Files.readAllBytes(file))))
                        .forEach(ring ->
                                ring.forEach(key -> iterations.add(key.getS2K().getIterationCount())));
            }
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
        return iterations;
    }

    private CommandOutput init(String passphrase) throws IOException {
        Files.createDirectories(folder.resolve("drop/upload"));
        Files.createDirectories(folder.resolve("drop/download"));
        Path one = Files.writeString(
                folder.resolve("one.asc"), stolen.certificate().armored());
        Path two = Files.writeString(
                folder.resolve("two.asc"), present.certificate().armored());
        return partner("")
                .with("JINBO_PARTNER_PASSPHRASE", passphrase)
                .type(
                        "init",
                        "YUNHE",
                        "--drop",
                        folder.resolve("drop").toString(),
                        "--association",
                        one.toString(),
                        "--association",
                        two.toString());
    }

    private void deliver(SecretKeys signer, String name, String content) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        new Sealer(signer, CryptoPolicy.standard(), Compression.standard())
                .seal(
                        clear -> clear.write(content.getBytes(StandardCharsets.US_ASCII)),
                        new SealRequest(
                                name,
                                Set.of(SecretKeys.load(folder.resolve("own/secret.asc"))
                                        .certificate()),
                                NOW),
                        sealed);
        Files.write(folder.resolve("drop/download").resolve(name), sealed.toByteArray());
    }

    private CommandSession partner(String passphrase) {
        return partner(asked -> passphrase);
    }

    private CommandSession partner(UnaryOperator<String> person) {
        return commands.answeredBy(asked -> {
            questions.add(asked);
            return Optional.of(person.apply(asked).toCharArray());
        });
    }
}
