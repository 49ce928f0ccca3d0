package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Receipt;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

public record OpenReceipt(Partner partner) {

    /** Verifies name and access log checkpoint. The caller compares {@link Receipt#sha256()} with the upload. */
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

    private static String stem(String file) {
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
