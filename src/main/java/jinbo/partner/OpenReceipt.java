package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Receipt;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/** Opens a receipt, and checks that it is about the file that its name says and recorded in the association's access log. */
public record OpenReceipt(Partner partner) {

    /**
     * Opens a receipt of the inbox. That it is about the very bytes that were sent is seen by comparing
     * {@link Receipt#sha256()} with that of the upload.
     *
     * <p>Where the log's key is known, the receipt's head of the access log must be signed by it and cover the receipt's entry,
     * and must not contradict the head in the manifest of the list that is held.
     *
     * @param file the sealed receipt under the name of its delivery
     * @param receivedAt when it was fetched; the signature may be 30 days older
     * @param held the list that is held ({@link LocalBlockList#applied()})
     */
    public VerificationResult<Receipt> open(Path file, Instant receivedAt, Optional<VerifiedList> held)
            throws IOException {
        VerificationResult<Receipt> verificationResult =
                new OpenDeliveredFile(partner).open(file, receivedAt, Receipt::read);
        String name = file.getFileName().toString();
        if (!(verificationResult instanceof Genuine<Receipt> genuine)) {
            return verificationResult;
        }
        if (!name.startsWith("receipt-" + stem(genuine.value().file()) + ".")) {
            return new NotGenuine<>(
                    DeliveryFault.MALFORMED, name + " answers a file of another name; tell the association");
        }
        return partner.logKey()
                .flatMap(key -> new AccessLogWitness(key).fault(genuine.value(), held))
                .<VerificationResult<Receipt>>map(wrong -> wrong)
                .orElse(verificationResult);
    }

    /** A file's name without its extensions; there is no dot in front of them. */
    private static String stem(String file) {
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
