package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** What must come of a message that a fuzzer has made. */
final class FuzzedMessageAssertions {

    static final SecretKeys ASSOCIATION = SampleKeys.secret("association");

    /** The content of the messages that a fuzzer begins with. */
    static final byte[] KNOWN = "mobile\r\n13810001234\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final String NUMBER = "1381000";
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final EnvelopeLimits LIMITS = new EnvelopeLimits(1 << 20, 4 << 20, 200, 64);

    private FuzzedMessageAssertions() {}

    /** It is refused without telling a number, or is the very content that the fuzzer began with. */
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
