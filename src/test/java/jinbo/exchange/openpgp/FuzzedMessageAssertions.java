package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Assertions about fuzzed messages. */
final class FuzzedMessageAssertions {

    static final SecretKeys ASSOCIATION = SampleKeys.secret("association");

    /** The content of the seed messages. */
    static final byte[] KNOWN = "mobile\r\n13810001234\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final String NUMBER = "1381000";
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final EnvelopeLimits LIMITS = new EnvelopeLimits(1 << 20, 4 << 20, 200, 64);

    private FuzzedMessageAssertions() {}

    /** The message is refused without revealing a number, or has the content of the seed. */
    static void isRefusedOrKnown(byte[] sealed) {
        OpenRequest request = OpenRequest.forUpload(
                AcceptedSigner.always(YUNHE.certificate()), EnvelopeFixture.NOW, EnvelopeFixture.FILE, LIMITS);
        OpenResult<byte[]> openResult = EnvelopeFixture.open(sealed, ASSOCIATION, request);
        if (openResult instanceof OpenResult.Opened<byte[]> opened) {
            assertThat(opened.value()).isEqualTo(KNOWN);
        } else {
            assertThat(openResult.toString()).doesNotContain(NUMBER);
        }
    }
}
