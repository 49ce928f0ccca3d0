package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.testing.FaultyDigestProvider;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Secret keys with a passphrase, here and in GnuPG. */
class ProtectedSecretKeysIT {

    static final List<String> ALL = SampleKeys.ALL;
    private static final String PASSPHRASE = "正确 horse battery staple";

    @TempDir
    private Path folder;

    @Test
    void opensKeysOnlyWithPassphrase() throws IOException {
        SecretKeys made = SecretKeys.generate("association", NOW);
        Path file = folder.resolve("key.asc");
        CheaplyProtectedKeys.of(made, PASSPHRASE).writeTo(file);

        assertThat(SecretKeys.isProtectedFile(file)).isTrue();
        assertThat(SecretKeys.certificatesIn(file)).containsExactly(made.certificate());
        assertThat(SecretKeys.load(file, PASSPHRASE.toCharArray()).certificate())
                .isEqualTo(made.certificate());
        for (String wrong : List.of("", "正确 horse battery staple ", "correct horse battery staple")) {
            assertThatThrownBy(() -> SecretKeys.load(file, wrong.toCharArray()))
                    .is(error(UnusableKeyError.PASSPHRASE))
                    .hasMessageNotContaining("horse");
        }
    }

    @Test
    void changesAndRemovesPassphrase() throws IOException {
        SecretKeys made = SecretKeys.generate("association", NOW);
        byte[] first = CheaplyProtectedKeys.of(made, PASSPHRASE).armored();
        byte[] second =
                CheaplyProtectedKeys.of(load(first, PASSPHRASE), "another one").armored();

        assertThatThrownBy(() -> load(second, PASSPHRASE)).isInstanceOf(UnusableKeyException.class);
        byte[] open = load(second, "another one").protectedBy(new char[0]).armored();

        assertThat(Files.write(folder.resolve("open.asc"), open))
                .satisfies(file -> assertThat(SecretKeys.isProtectedFile(file)).isFalse());
        assertThat(load(open, "").certificate()).isEqualTo(made.certificate());
    }

    @Test
    void derivesKeyWithLargestIterationCount() throws IOException {
        byte[] kept = SecretKeys.generate("association", NOW)
                .protectedBy(PASSPHRASE.toCharArray())
                .armored();

        for (PGPSecretKeyRing ring : SecretKeyFile.rings(new ByteArrayInputStream(kept))) {
            for (PGPSecretKey key : ring) {
                assertThat(key.getS2KUsage()).isEqualTo(SecretKeyPacket.USAGE_SHA1);
                assertThat(key.getS2K().getType()).isEqualTo(S2K.SALTED_AND_ITERATED);
                assertThat(key.getS2K().getIterationCount()).isEqualTo(65_011_712);
            }
        }
    }

    /** The protected key replaces the only other copy. */
    @Test
    void refusesProtectionThatDoesNotOpen() throws Exception {
        SecretKeys made = SecretKeys.generate("association", NOW);
        FaultyDigestProvider.whileHashIsWrong(
                "SHA-256",
                PASSPHRASE,
                () -> assertThatThrownBy(() -> CheaplyProtectedKeys.of(made, PASSPHRASE))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is not stored")
                        .cause()
                        .is(error(UnusableKeyError.PASSPHRASE)));
    }

    @Tag("interop")
    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void gnuPgSignsAndDecryptsWithProtectedKeys(String name) throws Exception {
        SecretKeys keys = SampleKeys.secret(name);
        String own = keys.certificate().fingerprint().value();
        try (Gpg gpg = Gpg.inFreshHome()) {
            // one as strongly as production does it
            SecretKeys protectedKeys = name.equals(ALL.get(0))
                    ? keys.protectedBy(PASSPHRASE.toCharArray())
                    : CheaplyProtectedKeys.of(keys, PASSPHRASE);
            gpg.imports(gpg.file(protectedKeys.armored()));
            Path sealed = gpg.newFile();
            String[] seal = {
                "--output", sealed.toString(), "--local-user", own, "--recipient", own, "--sign", "--encrypt"
            };

            assertThat(gpg.run(with("a wrong passphrase", seal, gpg.file(CONTENT)))
                            .exit())
                    .as("a wrong passphrase")
                    .isNotZero();
            gpg.run(with(PASSPHRASE, seal, gpg.file(CONTENT))).succeeded();
            Path opened = gpg.newFile();
            gpg.run(with(PASSPHRASE, new String[] {"--output", opened.toString(), "--decrypt"}, sealed))
                    .succeeded();

            assertThat(opened).hasBinaryContent(CONTENT);
        }
    }

    /** A key of GnuPG may have a signing subkey. */
    @Tag("interop")
    @Test
    void keepsSigningSubkeysWhenProtecting() throws Exception {
        try (Gpg gpg = Gpg.inFreshHome()) {
            gpg.run("--quick-generate-key", "Insurer <a@b.example>", "ed25519", "cert", "never")
                    .succeeded();
            String fingerprint = gpg.run("--with-colons", "--list-keys")
                    .messages()
                    .lines()
                    .filter(line -> line.startsWith("fpr:"))
                    .findFirst()
                    .orElseThrow()
                    .split(":")[9];
            gpg.run("--quick-add-key", fingerprint, "ed25519", "sign", "never").succeeded();
            gpg.run("--quick-add-key", fingerprint, "cv25519", "encr", "never").succeeded();
            Path exported = gpg.newFile();
            gpg.run("--output", exported.toString(), "--export-secret-keys", fingerprint)
                    .succeeded();
            SecretKeys keys = SecretKeys.load(exported);

            SecretKeys again = load(CheaplyProtectedKeys.of(keys, PASSPHRASE).armored(), PASSPHRASE);

            assertThat(again.certificate()).isEqualTo(keys.certificate());
            assertThat(EnvelopeFixture.open(
                            EnvelopeFixture.seal(again, again.certificate()), again, again.certificate()))
                    .isInstanceOf(OpenResult.Opened.class);
        }
    }

    private static SecretKeys load(byte[] kept, String passphrase) throws IOException {
        return SecretKeys.load(new ByteArrayInputStream(kept), passphrase.toCharArray());
    }

    private static String[] with(String passphrase, String[] arguments, Path file) {
        byte[] utf8 = passphrase.getBytes(StandardCharsets.UTF_8);
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of("--passphrase", new String(utf8, StandardCharsets.UTF_8)),
                        java.util.Arrays.stream(arguments),
                        java.util.stream.Stream.of(file.toString()))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }
}
