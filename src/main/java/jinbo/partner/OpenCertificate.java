package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/** Opens a certificate that the association has sent under one that counts; what it holds is judged by others. */
record OpenCertificate(Partner partner, SampleKeys samples) {

    private static final int LARGEST = 512 << 10;

    VerificationResult<Certificate> open(Path file, Instant receivedAt) throws IOException {
        VerificationResult<byte[]> opened =
                new OpenDeliveredFile(partner).open(file, receivedAt, clear -> clear.readNBytes(LARGEST));
        if (opened instanceof NotGenuine<byte[]> wrong) {
            return wrong.as();
        }
        Genuine<byte[]> genuine = (Genuine<byte[]>) opened;
        try {
            Certificate certificate = Certificate.parse(new ByteArrayInputStream(genuine.value()));
            new RefuseSampleKeys(samples).checkCertificate(certificate);
            return partner.keys()
                            .ownFingerprints()
                            .contains(certificate.fingerprint().value())
                    ? malformed(file, "It is our own certificate")
                    : new Genuine<>(certificate, genuine.signedAt());
        } catch (UnusableKeyException | KeysException e) {
            return malformed(file, String.valueOf(e.getMessage()));
        }
    }

    static <T> VerificationResult<T> malformed(Path file, String why) {
        return new NotGenuine<>(
                DeliveryFault.MALFORMED,
                file.getFileName() + " holds no certificate that could count: " + why + "; tell the association");
    }
}
