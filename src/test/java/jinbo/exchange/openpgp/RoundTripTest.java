package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.FILE;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.Sealer.SealResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");

    static Stream<Arguments> everyPair() {
        return SampleKeys.ALL.stream().flatMap(from -> SampleKeys.ALL.stream().map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyPair")
    void everySampleKeyOpensEnvelopesOfEveryOther(String from, String to) {
        byte[] sealed = EnvelopeFixture.seal(SampleKeys.secret(from), SampleKeys.certificate(to));

        OpenResult<byte[]> openResult =
                EnvelopeFixture.open(sealed, SampleKeys.secret(to), SampleKeys.certificate(from));

        assertThat(openResult).isInstanceOfSatisfying(OpenResult.Opened.class, opened -> {
            assertThat(opened.value()).isEqualTo(CONTENT);
            assertThat(opened.signerCertificate())
                    .isEqualTo(SampleKeys.certificate(from).fingerprint());
            assertThat(opened.signedAt()).isEqualTo(NOW);
            assertThat(opened.clearBytes()).isEqualTo(CONTENT.length);
        });
    }

    @Test
    void deliveryNamesItsFileAndRecipient() {
        byte[] sealed = EnvelopeFixture.seal(association, yunhe.certificate());
        OpenRequest request = OpenRequest.forDelivery(
                AcceptedSigner.always(association.certificate()), NOW, FILE, EnvelopeLimits.standard());

        assertThat(EnvelopeFixture.open(sealed, yunhe, request)).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void sealingReturnsSizesAndHashes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealResult sealResult = new Sealer(association, CryptoPolicy.standard(), Compression.standard())
                .seal(clear -> clear.write(CONTENT), new SealRequest(FILE, Set.of(yunhe.certificate()), NOW), out);

        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(sealResult.size()).isEqualTo(out.size());
        assertThat(sealResult.sha256()).isEqualTo(HexFormat.of().formatHex(sha256.digest(out.toByteArray())));
        assertThat(sealResult.contentSize()).isEqualTo(CONTENT.length);
        assertThat(sealResult.contentSha256()).isEqualTo(HexFormat.of().formatHex(sha256.digest(CONTENT)));
        assertThat(sealResult.encryptedTo()).containsExactly(yunhe.certificate().fingerprint());
        assertThat(sealResult.toString()).doesNotContain(sealResult.contentSha256());
    }

    @Test
    void everyRecipientOpensTheEnvelope() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<Certificate> recipients = Set.of(
                SampleKeys.certificate("YUNHE"), SampleKeys.certificate("CHANGQING"), SampleKeys.certificate("BEIDOU"));
        new Sealer(association, CryptoPolicy.standard(), Compression.standard())
                .seal(clear -> clear.write(CONTENT), new SealRequest(FILE, recipients, NOW), out);

        for (String name : SampleKeys.INSURERS) {
            OpenRequest request = OpenRequest.forDelivery(
                    AcceptedSigner.always(association.certificate()), NOW, FILE, EnvelopeLimits.standard());
            assertThat(EnvelopeFixture.open(out.toByteArray(), SampleKeys.secret(name), request))
                    .as(name)
                    .isInstanceOf(OpenResult.Opened.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.Format.class)
    void opensBothCompressionsAndAllLengths(Compression.Format format) throws Exception {
        Random random = new Random(7);
        for (int length : List.of(0, 1, 21, 22, 23, 511, 512, 65_535, 65_536, 65_537, 300_000)) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Sealer(association, CryptoPolicy.standard(), new Compression(format, 1))
                    .seal(clear -> clear.write(content), new SealRequest(FILE, Set.of(yunhe.certificate()), NOW), out);

            assertThat(EnvelopeFixture.open(out.toByteArray(), yunhe, association.certificate()))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(
                            OpenResult.Opened.class,
                            opened -> assertThat(opened.value()).isEqualTo(content));
        }
    }

    @Test
    void opensArmoredEnvelope() {
        String armored = CertificateFile.armored(EnvelopeFixture.seal(yunhe, association.certificate()))
                .replace("PUBLIC KEY BLOCK", "MESSAGE");
        String withEmptyHeader = armored.replaceFirst("\n", "\nComment: \n");
        byte[] withBlanks = ("\r\n" + withEmptyHeader.replace("\n", " \r\n") + "\n\n").getBytes();

        assertThat(EnvelopeFixture.open(withBlanks, association, yunhe.certificate()))
                .isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void observerReceivesBytesThatTheReaderLeaves() throws Exception {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        byte[] sealed = EnvelopeFixture.seal(yunhe, association.certificate());

        OpenResult<Integer> openResult = new Opener(association, CryptoPolicy.standard())
                .open(
                        new ByteArrayInputStream(sealed),
                        EnvelopeFixture.from(yunhe.certificate()).withObserver(seen::write),
                        InputStream::read);

        assertThat(openResult).isInstanceOf(OpenResult.Opened.class);
        assertThat(seen.toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void throwsExceptionOfTheReader() {
        byte[] sealed = EnvelopeFixture.seal(yunhe, association.certificate());

        assertThatThrownBy(() -> new Opener(association, CryptoPolicy.standard())
                        .open(new ByteArrayInputStream(sealed), EnvelopeFixture.from(yunhe.certificate()), clear -> {
                            throw new IllegalStateException("of the reader");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the reader");
    }

    @Test
    void throwsExceptionOfTheSource() {
        byte[] sealed = EnvelopeFixture.seal(yunhe, association.certificate());
        InputStream failing = new java.io.SequenceInputStream(
                new ByteArrayInputStream(sealed, 0, sealed.length / 2), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        throw new IOException("disk");
                    }
                });

        assertThatThrownBy(() -> new Opener(association, CryptoPolicy.standard())
                        .open(failing, EnvelopeFixture.from(yunhe.certificate()), InputStream::readAllBytes))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void formerKeyDecryptsAndCurrentKeySigns() {
        SecretKeys next = SecretKeys.generate("Next <next@association.example>", NOW.minusSeconds(60));
        byte[] toFormer = EnvelopeFixture.seal(yunhe, association.certificate());

        assertThat(EnvelopeFixture.open(toFormer, next.and(association), yunhe.certificate()))
                .isInstanceOf(OpenResult.Opened.class);
        assertThat(next.and(association).certificate()).isEqualTo(next.certificate());
    }

    @Test
    void refusesRecipientWithoutUsableKeyBeforeWriting() {
        SecretKeys unborn = SecretKeys.generate("Later <later@insurer.example>", NOW.plusSeconds(3600));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new Sealer(association, CryptoPolicy.standard(), Compression.standard())
                        .seal(clear -> {}, new SealRequest(FILE, Set.of(unborn.certificate()), NOW), out))
                .is(error(UnusableKeyError.NOT_GOOD_TO_ENCRYPT))
                .hasMessageContaining(unborn.certificate().fingerprint().value());
        assertThat(out.size()).isZero();
    }
}
