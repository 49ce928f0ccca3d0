package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFault.ENVELOPE_INVALID;
import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.FILE;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.SignerKeyAttacksTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("interop")
class GnuPgInteropIT {

    static final List<String> INSURERS = SampleKeys.INSURERS;
    private static final List<String> COMPRESSIONS = List.of("none", "zip", "zlib", "bzip2");

    private final SecretKeys association = SampleKeys.secret("association");

    @ParameterizedTest(name = "{0}")
    @FieldSource("INSURERS")
    void opensWhatGpgSignsAndEncrypts(String insurer) throws Exception {
        Certificate signer = SampleKeys.certificate(insurer);
        try (Gpg gpg = homeOf(insurer)) {
            for (String compression : COMPRESSIONS) {
                for (String form : List.of("--no-armor", "--armor")) {
                    byte[] sealed = seal(gpg, signer, CONTENT, form, "--compress-algo", compression);

                    assertThat(EnvelopeFixture.open(sealed, association, signer))
                            .as("%s %s", compression, form)
                            .isInstanceOfSatisfying(OpenResult.Opened.class, opened -> {
                                assertThat(opened.value()).isEqualTo(CONTENT);
                                assertThat(opened.signingKey()).isEqualTo(signer.fingerprint());
                            });
                }
            }
        }
    }

    @Test
    void opensMessagesOfGpgToHiddenOrSeveralRecipients() throws Exception {
        Certificate signer = SampleKeys.certificate("YUNHE");
        String other = SampleKeys.certificate("CHANGQING").fingerprint().value();
        try (Gpg gpg = homeOf("YUNHE").imports(SampleKeys.FOLDER.resolve("CHANGQING.public.asc"))) {
            for (List<String> choice : List.of(
                    List.of("--throw-keyids"),
                    List.of("--recipient", other),
                    List.of("--recipient", other, "--throw-keyids"),
                    List.of("--encrypt-to", signer.fingerprint().value()))) {
                byte[] sealed = seal(gpg, signer, CONTENT, choice.toArray(String[]::new));

                assertThat(EnvelopeFixture.open(sealed, association, signer))
                        .as(choice.toString())
                        .isInstanceOf(OpenResult.Opened.class);
            }
        }
    }

    @Test
    void opensFileOfSeveralMegabytesFromGpg() throws Exception {
        Certificate signer = SampleKeys.certificate("BEIDOU");
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        try (Gpg gpg = homeOf("BEIDOU")) {
            for (String compression : COMPRESSIONS) {
                byte[] sealed = seal(gpg, signer, content, "--compress-algo", compression);

                assertThat(EnvelopeFixture.open(sealed, association, signer))
                        .as(compression)
                        .isInstanceOfSatisfying(
                                OpenResult.Opened.class,
                                opened -> assertThat(opened.value()).isEqualTo(content));
            }
        }
    }

    static Stream<Arguments> choicesThatAreRefused() {
        return Stream.of(
                Arguments.of(List.of("--textmode"), "not over binary content"),
                Arguments.of(List.of("--symmetric", "--passphrase", "x"), "encrypted with a passphrase"),
                Arguments.of(List.of("--digest-algo", "SHA1"), "hash, number 2"),
                Arguments.of(List.of("--cipher-algo", "CAMELLIA256"), "cipher, number 13"),
                Arguments.of(List.of("--force-ocb"), "OCB"));
    }

    @ParameterizedTest
    @MethodSource("choicesThatAreRefused")
    void refusesMessagesOfGpgThatViolateTheContract(List<String> choice, String detail) throws Exception {
        Certificate signer = SampleKeys.certificate("CHANGQING");
        try (Gpg gpg = homeOf("CHANGQING")) {
            byte[] sealed = seal(gpg, signer, CONTENT, choice.toArray(String[]::new));

            assertRefused(EnvelopeFixture.open(sealed, association, signer), ENVELOPE_INVALID, detail);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("INSURERS")
    void gpgOpensOurEnvelopes(String insurer) throws Exception {
        Certificate recipient = SampleKeys.certificate(insurer);
        String subkey = recipient
                .encryptionKeys(NOW, CryptoPolicy.standard())
                .iterator()
                .next()
                .value();
        try (Gpg gpg = homeOf(insurer)) {
            List<String> status = opensWithGpg(gpg, EnvelopeFixture.seal(association, recipient));

            assertGood(status, association.certificate());
            assertThat(status).anyMatch(line -> line.startsWith("ENC_TO " + subkey.substring(24)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("INSURERS")
    void gpgVerifiesEnvelopesOfInsurersFromOurSealer(String insurer) throws Exception {
        try (Gpg gpg = Gpg.inFreshHome()
                .imports(SampleKeys.FOLDER.resolve("association.secret.asc"))
                .imports(SampleKeys.FOLDER.resolve(insurer + ".public.asc"))) {
            byte[] sealed = EnvelopeFixture.seal(SampleKeys.secret(insurer), association.certificate());

            assertGood(opensWithGpg(gpg, sealed), SampleKeys.certificate(insurer));
        }
    }

    @Test
    void generatedKeyWorksInGpgInBothDirections() throws Exception {
        SecretKeys generated = SecretKeys.generate("协会 <exchange@association.example>", NOW.minusSeconds(3600));
        Certificate yunhe = SampleKeys.certificate("YUNHE");
        try (Gpg gpg = Gpg.inFreshHome().imports(SampleKeys.FOLDER.resolve("YUNHE.secret.asc"))) {
            gpg.imports(gpg.file(generated.certificate().armored().getBytes()));

            byte[] sealed = sealTo(gpg, generated.certificate(), yunhe, CONTENT);

            assertThat(EnvelopeFixture.open(sealed, generated, yunhe)).isInstanceOf(OpenResult.Opened.class);
            assertGood(opensWithGpg(gpg, EnvelopeFixture.seal(generated, yunhe)), generated.certificate());
        }
    }

    @Test
    void importsGeneratedSecretKeyIntoGpg() throws Exception {
        SecretKeys generated =
                SecretKeys.generate("Association <exchange@association.example>", NOW.minusSeconds(3600));
        try (Gpg gpg = Gpg.inFreshHome().imports(SampleKeys.FOLDER.resolve("YUNHE.public.asc"))) {
            Path file = gpg.newFile();
            generated.writeTo(file);
            gpg.imports(file);

            assertGood(
                    opensWithGpg(gpg, EnvelopeFixture.seal(SampleKeys.secret("YUNHE"), generated.certificate())),
                    SampleKeys.certificate("YUNHE"));
        }
    }

    /** GnuPG 2.4 advertises its own OCB in every key that it creates, but must be able to read our messages. */
    @Test
    void acceptsDefaultKeyOfGpgAndSealsToIt() throws Exception {
        try (Gpg gpg = Gpg.inFreshHome().imports(SampleKeys.FOLDER.resolve("association.public.asc"))) {
            gpg.run("--quick-generate-key", "Insurer <a@insurer.example>").succeeded();
            Path exported = gpg.newFile();
            gpg.run("--armor", "--output", exported.toString(), "--export", "a@insurer.example")
                    .succeeded();
            Certificate made = Certificate.parse(Files.readAllBytes(exported));

            assertThat(CertificateReport.of(made, CryptoPolicy.standard(), NOW).isGood())
                    .isTrue();
            assertGood(opensWithGpg(gpg, EnvelopeFixture.seal(association, made)), association.certificate());
            assertThat(EnvelopeFixture.open(seal(gpg, made, CONTENT), association, made))
                    .isInstanceOf(OpenResult.Opened.class);
        }
    }

    private static Gpg homeOf(String insurer) throws Exception {
        return Gpg.inFreshHome()
                .imports(SampleKeys.FOLDER.resolve(insurer + ".secret.asc"))
                .imports(SampleKeys.FOLDER.resolve("association.public.asc"));
    }

    private byte[] seal(Gpg gpg, Certificate signer, byte[] content, String... choices) throws Exception {
        return sealTo(gpg, association.certificate(), signer, content, choices);
    }

    private static byte[] sealTo(Gpg gpg, Certificate recipient, Certificate signer, byte[] content, String... choices)
            throws Exception {
        Path sealed = gpg.newFile();
        List<String> arguments = new ArrayList<>(List.of("--output", sealed.toString()));
        arguments.addAll(List.of("--local-user", signer.fingerprint().value()));
        arguments.addAll(List.of("--recipient", recipient.fingerprint().value()));
        arguments.addAll(List.of(choices));
        arguments.addAll(List.of("--sign", "--encrypt", gpg.file(content).toString()));
        gpg.run(arguments.toArray(String[]::new)).succeeded();
        return Files.readAllBytes(sealed);
    }

    private static List<String> opensWithGpg(Gpg gpg, byte[] sealed) throws Exception {
        Path clear = gpg.newFile();
        Gpg.Run run = gpg.run(
                        "--output",
                        clear.toString(),
                        "--decrypt",
                        gpg.file(sealed).toString())
                .succeeded();
        assertThat(clear).hasBinaryContent(CONTENT);
        return run.status();
    }

    private static void assertGood(List<String> status, Certificate signer) {
        assertThat(status)
                .contains("DECRYPTION_OKAY", "GOODMDC", "NOTATION_NAME file@exchange.jinbo", "NOTATION_DATA " + FILE)
                .anyMatch(line -> line.startsWith("GOODSIG "))
                .anyMatch(line -> line.startsWith("VALIDSIG " + signer.fingerprint()))
                .noneMatch(line -> Set.of("BADSIG", "ERRSIG", "EXPKEYSIG").contains(line.split(" ")[0]));
    }
}
