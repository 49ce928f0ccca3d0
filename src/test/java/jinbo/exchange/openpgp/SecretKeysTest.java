package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {

    private final SecretKeys made = SecretKeys.generate("协会 <exchange@association.example>", NOW.minusSeconds(60));

    @Test
    void generatedKeySignsAndDecrypts() {
        assertThat(CertificateReport.of(made.certificate(), CryptoPolicy.standard(), NOW)
                        .isGood())
                .isTrue();
        assertThat(EnvelopeFixture.open(EnvelopeFixture.seal(made, made.certificate()), made, made.certificate()))
                .isInstanceOf(OpenResult.Opened.class);
        assertThat(made.certificate().userIds()).containsExactly("协会 <exchange@association.example>");
        assertThat(made.certificate().createdAt()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void generatedKeyAdvertisesOnlyTestedAlgorithms() {
        PGPSignature self = made.certificate()
                .keys()
                .get(0)
                .getSignaturesForID("协会 <exchange@association.example>")
                .next();

        assertThat(self.getHashedSubPackets().getFeatures().getFeatures()).isEqualTo((byte) 0x01);
        assertThat(self.getHashedSubPackets().hasSubpacket(39))
                .as("AEAD cipher suites")
                .isFalse();
        assertThat(self.getHashedSubPackets().hasSubpacket(34))
                .as("GnuPG's AEAD")
                .isFalse();
    }

    @Test
    void writtenKeyIsReadableOnlyByItsOwner(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys/association.secret.asc");
        made.writeTo(file);

        assertThat(SecretKeys.load(file).certificate()).isEqualTo(made.certificate());
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "Skipped: no POSIX permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void neverOverwritesSecretKey(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("key.asc");
        made.writeTo(file);

        assertReason(() -> SampleKeys.secret("association").writeTo(file), UnusableKeyError.EXISTS);
        assertThat(SecretKeys.load(file).certificate()).isEqualTo(made.certificate());
    }

    @Test
    void writesKeyAfterAnInterruptedAttempt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("key.asc");
        Files.writeString(folder.resolve("key.asc.part"), "-----BEGIN PGP PRIVATE KEY BLOCK-----");

        made.writeTo(file);

        assertThat(SecretKeys.load(file).certificate()).isEqualTo(made.certificate());
        assertThat(folder.toFile().list()).containsExactly("key.asc");
    }

    @Test
    void refusesFolderThatIsOpenToOthers(@TempDir Path folder) throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "Skipped: no POSIX permissions here");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));

        assertReason(() -> made.writeTo(folder.resolve("key.asc")), UnusableKeyError.EXPOSED);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void storesSeveralKeysInOneFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.asc");
        made.and(SampleKeys.secret("association")).writeTo(file);

        SecretKeys both = SecretKeys.load(file);

        assertThat(both.certificate()).isEqualTo(made.certificate());
        byte[] toFormer = EnvelopeFixture.seal(made, SampleKeys.certificate("association"));
        assertThat(EnvelopeFixture.open(toFormer, both, made.certificate())).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void opensKeyWithItsPassphraseOnly() throws Exception {
        byte[] locked = PGPSecretKeyRing.copyWithNewPassword(
                        ForgedKeys.aKey().make().ring(),
                        null,
                        new BcPBESecretKeyEncryptorBuilder(
                                        9, new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256))
                                .build("开门".toCharArray()))
                .getEncoded();

        SecretKeys opened = SecretKeys.load(new ByteArrayInputStream(locked), "开门".toCharArray());
        assertThat(EnvelopeFixture.open(
                        EnvelopeFixture.seal(opened, opened.certificate()), opened, opened.certificate()))
                .isInstanceOf(OpenResult.Opened.class);
        assertReason(
                () -> SecretKeys.load(new ByteArrayInputStream(locked), "wrong".toCharArray()),
                UnusableKeyError.PASSPHRASE);
        assertReason(() -> SecretKeys.load(new ByteArrayInputStream(locked), new char[0]), UnusableKeyError.PASSPHRASE);
    }

    @Test
    void refusesFilesWithoutSecretKey() {
        byte[] certificate = made.certificate().encoded();

        assertReason(
                () -> SecretKeys.load(new ByteArrayInputStream(certificate), new char[0]),
                UnusableKeyError.NOT_A_SECRET_KEY);
        assertReason(
                () -> SecretKeys.load(new ByteArrayInputStream(new byte[0]), new char[0]),
                UnusableKeyError.NOT_A_SECRET_KEY);
        assertReason(
                () -> SecretKeys.load(new ByteArrayInputStream("text".getBytes()), new char[0]),
                UnusableKeyError.NOT_A_SECRET_KEY);
    }

    @Test
    void textFormOmitsPrivateKeys() {
        assertThat(made.toString()).isEqualTo("SecretKeys[" + made.certificate().fingerprint() + "]");
    }

    private static void assertReason(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, UnusableKeyError reason) {
        assertThatThrownBy(call).is(error(reason));
    }
}
