package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** Seals and opens envelopes on one fixed day. */
final class EnvelopeFixture {

    static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");
    static final String FILE = "complaints-YUNHE-20260302-001.csv.pgp";
    static final byte[] CONTENT = "mobile,complaint,complained_on\r\nx,TELEMARKETING,2026-02-27\r\n"
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8);

    private EnvelopeFixture() {}

    static byte[] seal(SecretKeys signer, Certificate recipient) {
        return seal(signer, recipient, CONTENT);
    }

    static byte[] seal(SecretKeys signer, Certificate recipient, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Sealer(signer, CryptoPolicy.standard(), Compression.standard())
                    .seal(clear -> clear.write(content), new SealRequest(FILE, Set.of(recipient), NOW), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static OpenRequest from(Certificate... signers) {
        return OpenRequest.forUpload(AcceptedSigner.always(signers), NOW, FILE, EnvelopeLimits.standard());
    }

    static OpenResult<byte[]> open(byte[] sealed, SecretKeys recipient, Certificate... signers) {
        return open(sealed, recipient, from(signers));
    }

    static OpenResult<byte[]> open(byte[] sealed, SecretKeys recipient, OpenRequest request) {
        return open(new ByteArrayInputStream(sealed), recipient, CryptoPolicy.standard(), request);
    }

    static OpenResult<byte[]> open(InputStream sealed, SecretKeys recipient, CryptoPolicy policy, OpenRequest request) {
        try {
            return new Opener(recipient, policy).open(sealed, request, InputStream::readAllBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
