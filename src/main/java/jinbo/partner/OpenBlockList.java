package jinbo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/**
 * Opens a full block list against its manifest. The manifest is verified first; since it names the SHA-256 of the list's
 * sealed bytes, nothing of a list is decrypted that the association has not signed for.
 */
public record OpenBlockList(Partner partner) {

    /**
     * Opens a list of the inbox, which lies beside its manifest.
     *
     * @param manifestFile the sealed manifest under the name of its delivery
     * @param last the list that was applied last, which this one must continue; empty where none was
     * @param receivedAt when the files were fetched; the signatures may be 30 days older
     * @param today the date on which calls are to rest on the list
     * @param csv gets the clear list, and is to be thrown away unless the answer is {@link Genuine}; not closed
     * @throws IOException if a file cannot be read, or the clear list not be written
     */
    public VerificationResult<VerifiedList> open(
            Path manifestFile, Optional<VerifiedList> last, Instant receivedAt, LocalDate today, OutputStream csv)
            throws IOException {
        VerificationResult<VerifiedList> verificationResult =
                new OpenManifest(partner).open(manifestFile, last, receivedAt);
        if (!(verificationResult instanceof Genuine<VerifiedList> genuine)) {
            return verificationResult;
        }
        Manifest manifest = genuine.value().manifest();
        if (today.isAfter(manifest.useBy())) {
            return stale(manifest);
        }
        if (!OpenListContent.isFull(manifest)) {
            return new NotGenuine<>(
                    DeliveryFault.MALFORMED,
                    "list " + manifest.sequence() + " is a delta, and only full lists are opened by themselves");
        }
        return new OpenListContent(partner, manifestFile.toAbsolutePath().getParent(), file -> receivedAt)
                .full(manifest, csv)
                .<VerificationResult<VerifiedList>>map(wrong -> wrong)
                .orElse(genuine);
    }

    static NotGenuine<VerifiedList> stale(Manifest manifest) {
        return new NotGenuine<>(
                DeliveryFault.STALE,
                "list " + manifest.sequence() + " could be used until " + manifest.useBy()
                        + "; fetch a newer one before any sales call");
    }
}
