package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.api.BeforeAll;

/** Fuzzes certificates, as an operator gets them for {@code key add}. */
class CertificateFuzzTest {

    private static final CryptoPolicy POLICY = CryptoPolicy.standard();

    @BeforeAll
    static void belongsToAPart() {
        NightlyRun.assumeFuzzPartOf(5);
    }

    @FuzzTest
    void certificate(byte[] file) {
        Certificate certificate;
        try {
            certificate = Certificate.parse(file);
        } catch (UnusableKeyException e) {
            return;
        }
        Instant now = EnvelopeFixture.NOW;
        CertificateReport report = CertificateReport.of(certificate, POLICY, now);
        assertThat(report.isGood())
                .isEqualTo(!certificate.signingKeys(now, POLICY).isEmpty()
                        && !certificate.encryptionKeys(now, POLICY).isEmpty());
        assertThat(Certificate.parse(certificate.encoded()).fingerprint()).isEqualTo(certificate.fingerprint());
    }
}
