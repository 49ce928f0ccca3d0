package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import jinbo.exchange.openpgp.CertificateReport.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CertificateTest {

    static final java.util.List<String> ALL = SampleKeys.ALL;

    private static final CryptoPolicy POLICY = CryptoPolicy.standard();

    @ParameterizedTest
    @FieldSource("ALL")
    void sampleCertificatesAreValidFrom2012UntilPolicyEndsThem(String name) {
        Certificate certificate = SampleKeys.certificate(name);

        for (String day : new String[] {"2012-01-01T00:00:00Z", "2026-03-02T00:00:00Z", "2035-12-31T23:59:59Z"}) {
            CertificateReport report = CertificateReport.of(certificate, POLICY, Instant.parse(day));
            assertThat(report.isGood()).as("%s: %s", day, report).isTrue();
            assertThat(report.findings())
                    .extracting(CertificateReport.Finding::code)
                    .containsExactly(Code.SIGNING_KEY, Code.POLICY_ENDS, Code.ENCRYPTION_KEY, Code.POLICY_ENDS);
            assertThat(report.findings())
                    .extracting(CertificateReport.Finding::algorithm)
                    .containsAnyOf("EdDSA (legacy) over Ed25519", "RSA of 3072 bits", "ECDSA over NIST P-256");
        }
        assertThat(codes(certificate, Instant.parse("2036-01-01T00:00:00Z")))
                .containsExactly(Code.PRIMARY_NOT_GOOD, Code.KEY_NOT_USED);
        assertThat(certificate.expiresAt()).isEmpty();
        assertThat(certificate.createdAt()).isEqualTo("2012-01-01T00:00:00Z");
        assertThat(certificate.userIds()).singleElement().asString().contains("SAMPLE KEY - do not use");
        assertThat(SampleKeys.secret(name).certificate()).isEqualTo(certificate);
    }

    /** Old programs write user ids in the encoding of the machine; these bytes are 云河 in GBK. */
    @Test
    void showsUserIdThatIsNotUtf8() {
        byte[] gbk = {(byte) 0xD4, (byte) 0xC6, (byte) 0xBA, (byte) 0xD3, ' ', 'A'};
        Certificate certificate =
                Certificate.parse(AlteredCertificate.withRawName(SampleKeys.certificate("CHANGQING"), gbk)
                        .encoded());

        assertThat(certificate.userIds()).hasSize(2).last().asString().endsWith(" A");
    }

    @Test
    void readsBinaryAndArmoredForm() {
        Certificate certificate = SampleKeys.certificate("CHANGQING");

        assertThat(Certificate.parse(certificate.encoded())).isEqualTo(certificate);
        assertThat(Certificate.parse(certificate.armored().getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(certificate);
    }

    @Test
    void refusesSecretKeyInBothForms() throws Exception {
        byte[] armored = Files.readAllBytes(SampleKeys.FOLDER.resolve("YUNHE.secret.asc"));
        byte[] binary = ForgedKeys.aKey().make().ring().getEncoded();

        for (byte[] secret : new byte[][] {armored, binary}) {
            assertThatThrownBy(() -> Certificate.parse(secret))
                    .is(error(UnusableKeyError.SECRET_MATERIAL))
                    .hasMessageContaining("make a new key");
        }
    }

    @Test
    void refusesTwoTooLargeOrNoCertificates() {
        byte[] one = SampleKeys.certificate("YUNHE").encoded();

        assertReason(ForgedMessages.join(one, SampleKeys.certificate("BEIDOU").encoded()), UnusableKeyError.SEVERAL);
        assertReason(new byte[300_000], UnusableKeyError.TOO_LARGE);
        assertReason(new byte[0], UnusableKeyError.NOT_A_CERTIFICATE);
        assertReason("ssh-ed25519 AAAA".getBytes(StandardCharsets.US_ASCII), UnusableKeyError.NOT_A_CERTIFICATE);
        assertReason(ForgedMessages.join(one, ForgedMessages.marker()), UnusableKeyError.NOT_A_CERTIFICATE);
        assertReason(Arrays.copyOf(one, one.length - 1), UnusableKeyError.NOT_A_CERTIFICATE);
    }

    @Test
    void truncationIsRefusedOrHasFewerUsableKeys() {
        byte[] whole = SampleKeys.certificate("YUNHE").encoded();
        for (int length = 0; length < whole.length; length++) {
            Certificate cut;
            try {
                cut = Certificate.parse(Arrays.copyOf(whole, length));
            } catch (UnusableKeyException e) {
                continue;
            }
            assertThat(CertificateReport.of(cut, POLICY, NOW).isGood())
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void changedSelfSignatureBindsNoKey() {
        byte[] changed = SampleKeys.certificate("YUNHE").encoded();
        int flag = indexOf(changed, new byte[] {2, 27, 0x0c});
        changed[flag + 2] = 0x0e;

        CertificateReport report = CertificateReport.of(Certificate.parse(changed), POLICY, NOW);

        assertThat(report.findings())
                .extracting(CertificateReport.Finding::code)
                .contains(Code.NO_ENCRYPTION_KEY);
    }

    @Test
    void reportNamesMissingKeys() {
        assertThat(codes(ForgedKeys.aKey().thatOnlyCertifies().make().certificate(), NOW))
                .contains(Code.NO_SIGNING_KEY)
                .doesNotContain(Code.NO_ENCRYPTION_KEY);
        assertThat(codes(ForgedKeys.aKey().withSigningSubkey(false).make().certificate(), NOW))
                .contains(Code.NO_SIGNING_KEY, Code.KEY_NOT_USED);
        assertThat(codes(ForgedKeys.aKey().withSigningSubkey(true).make().certificate(), NOW))
                .containsExactlyInAnyOrder(
                        Code.CERTIFYING_KEY,
                        Code.SIGNING_KEY,
                        Code.ENCRYPTION_KEY,
                        Code.POLICY_ENDS,
                        Code.POLICY_ENDS,
                        Code.POLICY_ENDS);
        assertThat(codes(ForgedKeys.aKey().selfSignedWith(2).make().certificate(), NOW))
                .containsExactly(Code.PRIMARY_NOT_GOOD, Code.KEY_NOT_USED);
        assertThat(codes(ForgedKeys.aKey().ofRsa(2048).make().certificate(), NOW))
                .containsExactly(Code.PRIMARY_NOT_GOOD, Code.KEY_NOT_USED);
        Certificate shortLived =
                ForgedKeys.aKey().living(Duration.ofDays(30)).make().certificate();
        assertThat(codes(shortLived, NOW)).containsExactly(Code.PRIMARY_NOT_GOOD, Code.KEY_NOT_USED);
        assertThat(codes(shortLived, ForgedKeys.BORN))
                .containsExactly(
                        Code.SIGNING_KEY, Code.EXPIRES, Code.POLICY_ENDS, Code.ENCRYPTION_KEY, Code.POLICY_ENDS);
        assertThat(shortLived.expiresAt()).contains(ForgedKeys.BORN.plus(Duration.ofDays(30)));
    }

    @Test
    void parsesFingerprintsWithSpacesAndLowerCase() {
        Fingerprint fingerprint = SampleKeys.certificate("YUNHE").fingerprint();
        String pasted = fingerprint.value().toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");

        assertThat(Fingerprint.parse(pasted)).isEqualTo(fingerprint);
        assertThatThrownBy(() -> Fingerprint.parse("ABCD")).isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.List<Code> codes(Certificate certificate, Instant at) {
        return CertificateReport.of(certificate, POLICY, at).findings().stream()
                .map(CertificateReport.Finding::code)
                .toList();
    }

    private static void assertReason(byte[] file, UnusableKeyError reason) {
        assertThatThrownBy(() -> Certificate.parse(new ByteArrayInputStream(file)))
                .is(error(reason));
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i <= all.length - part.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not found");
    }
}
