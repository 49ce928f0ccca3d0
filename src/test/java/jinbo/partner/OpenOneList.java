package jinbo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.partner.VerificationResult.Genuine;

/** Opens a manifest and then its full block list. The SHA-256 of the sealed list is verified before decryption. */
record OpenOneList(Partner partner) {

    /** Opens a list, which must follow the applied list. Discard the CSV unless the result is {@link Genuine}. */
    VerificationResult<VerifiedList> open(
            Path manifestFile, Optional<VerifiedList> last, Instant receivedAt, OutputStream csv) throws IOException {
        VerificationResult<VerifiedList> verificationResult =
                new OpenManifest(partner).open(manifestFile, last, receivedAt);
        if (!(verificationResult instanceof Genuine<VerifiedList> genuine)) {
            return verificationResult;
        }
        Manifest manifest = genuine.value().manifest();
        if (!OpenListContent.isFull(manifest)) {
            return DeliveryFault.MALFORMED.found(
                    "list " + manifest.sequence() + " is a delta, and only full lists are opened by themselves");
        }
        return new OpenListContent(partner, manifestFile.toAbsolutePath().getParent(), file -> receivedAt)
                .full(manifest, csv)
                .<VerificationResult<VerifiedList>>map(wrong -> wrong)
                .orElse(genuine);
    }
}
