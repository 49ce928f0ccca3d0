package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.testing.ExternalProgram;
import jinbo.testing.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This verifier agrees with other programs: OpenSSL for signatures of checkpoints, and the npm package
 * {@code @sigstore/verify} for notes and Merkle proofs ({@code .ci/run} installs it).
 */
@Tag("interop")
class IndependentCheckIT {

    private static final LogFixture LOG = LogFixture.of(70);
    private static final Path PACKAGES = Path.of("target", "peers", "node_modules");
    private static final String SCRIPT = "/jinbo/accesslog/verifier/independent-check.cjs";
    private static final byte[] KEY_INFO = java.util.HexFormat.of().parseHex("302a300506032b6570032100");

    @TempDir
    private Path folder;

    @Test
    void opensslVerifiesTheSignatureOfACheckpointAndRefusesAnotherText() {
        String openssl = ExternalProgram.required("openssl").toString();
        String note = LOG.checkpoint();
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        byte[] signature = Base64.getDecoder()
                .decode(note.substring(note.lastIndexOf(' ') + 1).strip());
        byte[] typed = Base64.getDecoder().decode(LogFixture.SIGNER.key().split("\\+", 3)[2]);
        LogFixture.write(folder.resolve("text"), text);
        LogFixture.write(folder.resolve("other"), text.replace("70", "71"));
        LogFixture.write(folder.resolve("signature"), java.util.Arrays.copyOfRange(signature, 4, 68));
        byte[] key = java.util.Arrays.copyOf(KEY_INFO, KEY_INFO.length + 32);
        System.arraycopy(typed, 1, key, KEY_INFO.length, 32);
        LogFixture.write(folder.resolve("key.der"), key);

        assertThat(opensslVerifies(openssl, "text").succeeded().out()).contains("Signature Verified Successfully");
        assertThat(opensslVerifies(openssl, "other").exit()).isNotZero();
    }

    @Test
    void sigstoreVerifiesEveryEntryAndTheCheckpoint() {
        for (int index = 0; index < 70; index++) {
            Path proof = proof(index, LOG.proof(index));
            assertThat(new VerifyProof().verify(key(), proof, Optional.empty()).isWhole())
                    .isTrue();
        }
        LOG.export(folder.resolve("export"));
        VerificationOutcome verificationOutcome = new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(key(), folder.resolve("export"), List.of(), List.of());

        assertThat(verificationOutcome)
                .isInstanceOfSatisfying(
                        VerificationOutcome.Whole.class,
                        whole -> assertThat(sigstore().succeeded().out())
                                .contains("proven 70 of size 70 root " + whole.root()));
    }

    @Test
    void sigstoreRefusesWhatThisVerifierRefuses() {
        String line = LOG.proof(5).split("\n")[2] + "\n";
        List<String> attacks = List.of(
                LOG.proof(5).replace(line, ""),
                LOG.proof(5).replace(line, line + line),
                LOG.proof(5).replace("index 5", "index 6"),
                LOG.proof(5).replace("index 5", "index 70"),
                LOG.proof(5).replace("\n70\n", "\n71\n"));
        for (String attack : attacks) {
            Path proof = proof(5, attack);

            assertThat(new VerifyProof().verify(key(), proof, Optional.empty()).isWhole())
                    .isFalse();
            assertThat(sigstore().exit()).as(attack).isNotZero();
        }
    }

    private Shell.Answer opensslVerifies(String openssl, String text) {
        return new Shell(folder, Map.of())
                .run(
                        openssl,
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-keyform",
                        "DER",
                        "-inkey",
                        "key.der",
                        "-rawin",
                        "-in",
                        text,
                        "-sigfile",
                        "signature");
    }

    private Shell.Answer sigstore() {
        String node = ExternalProgram.required("node").toString();
        if (!Files.isDirectory(PACKAGES.resolve("@sigstore/verify"))) {
            ExternalProgram.missing(
                    "the npm package @sigstore/verify is not in target/peers (.ci/run tells how it comes there)");
        }
        return new Shell(folder, Map.of("NODE_PATH", PACKAGES.toAbsolutePath().toString()))
                .run(node, script().toString(), "key", "proofs");
    }

    private Path script() {
        try (var in = IndependentCheckIT.class.getResourceAsStream(SCRIPT)) {
            return LogFixture.write(folder.resolve("independent-check.cjs"), in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path key() {
        return LogFixture.write(folder.resolve("key"), LogFixture.SIGNER.key());
    }

    private Path proof(int index, String text) {
        String entry =
                Base64.getEncoder().encodeToString(LOG.entries().get(index).getBytes(StandardCharsets.UTF_8));
        return LogFixture.write(
                folder.resolve("proofs/" + index + ".tlog-proof"),
                text.replaceFirst("\nindex", "\nextra " + entry + "\nindex"));
    }
}
