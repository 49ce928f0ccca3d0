package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.CaseFileName;
import jinbo.exchange.format.CaseNotice;
import jinbo.exchange.format.CaseNoticeReader;
import jinbo.partner.VerificationResult.NotGenuine;

/** Opens a file of cases: what the association asks, and what was decided. */
final class OpenCases {

    private final Partner partner;

    OpenCases(Partner partner) {
        this.partner = partner;
    }

    /**
     * Opens a file of the inbox; no row of a forged one is ever handed over.
     *
     * @param file the sealed file under the name of its delivery
     * @param receivedAt when it was fetched; the signature may be 30 days older
     * @throws IOException if the file cannot be read
     */
    VerificationResult<List<CaseNotice>> open(Path file, Instant receivedAt) throws IOException {
        String name = file.getFileName().toString();
        if (CaseFileName.parse(name)
                .filter(cases -> cases.insurer().equals(partner.code()))
                .isEmpty()) {
            return new NotGenuine<>(
                    DeliveryFault.FOREIGN, name + " has another insurer's name, or none; tell the association");
        }
        return new OpenDeliveredFile(partner).open(file, receivedAt, clear -> {
            List<CaseNotice> notices = new ArrayList<>();
            CaseNoticeReader.read(clear, notices::add);
            return List.copyOf(notices);
        });
    }
}
