package jinbo.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Bytes of a fuzzer, and those that are kept from its runs. {@code mvn -Pfuzz test} looks for new ones; else each kept one is tried
 * once.
 */
class EnvelopeFuzzTest {

    static final byte[] KNOWN = "mobile\r\n13810001234\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final String NUMBER = "1381000";
    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final OpeningLimits LIMITS = new OpeningLimits(1 << 20, 4 << 20, 200, 64);
    private static final CryptoPolicy POLICY = CryptoPolicy.standard();

    /** As they come from a drop. */
    @FuzzTest(maxDuration = "20s")
    void aMessage(byte[] sealed) {
        isRefusedOrKnown(sealed);
    }

    /** As they come out of a decryption that anybody can prepare who has our certificate. */
    @FuzzTest(maxDuration = "20s")
    void whatComesOutOfAnEncryption(byte[] packets) {
        isRefusedOrKnown(Forge.encrypted(ASSOCIATION.certificate(), packets));
    }

    /** As they come with {@code key add}. */
    @FuzzTest(maxDuration = "20s")
    void aCertificate(byte[] file) {
        Certificate certificate;
        try {
            certificate = Certificate.parse(file);
        } catch (UnusableKeyException e) {
            return;
        }
        Instant now = Exchange.NOW;
        CertificateReport report = CertificateReport.of(certificate, POLICY, now);
        assertThat(report.isGood())
                .isEqualTo(!certificate.signingKeys(now, POLICY).isEmpty()
                        && !certificate.encryptionKeys(now, POLICY).isEmpty());
        assertThat(Certificate.parse(certificate.encoded()).fingerprint()).isEqualTo(certificate.fingerprint());
    }

    private static void isRefusedOrKnown(byte[] sealed) {
        OpenRequest request =
                OpenRequest.ofUpload(AcceptedSigner.always(YUNHE.certificate()), Exchange.NOW, Exchange.FILE, LIMITS);
        Opening<byte[]> opening = Exchange.open(sealed, ASSOCIATION, request);
        if (opening instanceof Opening.Opened<byte[]> opened) {
            assertThat(opened.value()).isEqualTo(KNOWN);
        } else {
            assertThat(opening.toString()).doesNotContain(NUMBER);
        }
    }
}
