package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import jinbo.exchange.Receipt;
import jinbo.exchange.ReceiptJson;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;

/** Opens a receipt, and checks that it is about the file that its name says. */
public final class OpenReceipt {

    private final OpenDelivered opener;

    public OpenReceipt(Partner partner) {
        this.opener = new OpenDelivered(partner);
    }

    /**
     * Opens a receipt of the inbox. That it is about the very bytes that were sent is seen by comparing
     * {@link Receipt#sha256()} with that of the upload.
     *
     * @param file the sealed receipt under the name of its delivery
     * @param receivedAt when it was fetched; the signature may be 30 days older
     * @throws IOException if the file cannot be read
     */
    public Checked<Receipt> open(Path file, Instant receivedAt) throws IOException {
        Checked<Receipt> checked = opener.open(file, receivedAt, ReceiptJson::read);
        String name = file.getFileName().toString();
        if (checked instanceof Genuine<Receipt> genuine
                && !name.startsWith("receipt-" + stem(genuine.value().file()) + ".")) {
            return new NotGenuine<>(
                    DeliveryFault.MALFORMED, name + " answers a file of another name; tell the association");
        }
        return checked;
    }

    /** A file's name without its extensions; there is no dot in front of them. */
    private static String stem(String file) {
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
