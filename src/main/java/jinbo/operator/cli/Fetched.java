package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.FetchDeliveredFiles;
import jinbo.partner.IngestInboxCertificates;
import jinbo.reference.phone.PhoneDigits;

/** @param certificates what became of those that came in the association's name */
record Fetched(
        List<String> files, List<ReceiptContent> receipts, List<CertificateTaken> certificates, List<String> passedOver)
        implements Incomplete {

    static Fetched of(OwnSide side, FetchDeliveredFiles.Fetched fetched) throws IOException {
        List<CertificateTaken> certificates = new ArrayList<>();
        new IngestInboxCertificates(side.folder(), side.settings(), side.partner(), side.samples())
                .all()
                .forEach((file, verificationResult) -> certificates.add(CertificateTaken.of(file, verificationResult)));
        // not before: a thief of the key that was revoked just now could have signed them
        OwnSide now = side.afterCertificates();
        List<ReceiptContent> receipts = new ArrayList<>();
        for (Path file : fetched.files()) {
            if (file.getFileName().toString().startsWith("receipt-")) {
                receipts.add(ReceiptContent.of(file, now.deliveries().receipt(file)));
            }
        }
        return new Fetched(
                fetched.files().stream()
                        .map(file -> PhoneDigits.masked(file.getFileName().toString()))
                        .toList(),
                receipts,
                certificates,
                fetched.passedOver().stream().map(PhoneDigits::masked).toList());
    }

    @Override
    public boolean complete() {
        return passedOver.isEmpty()
                && certificates.stream()
                        .allMatch(certificate -> certificate.fault().isEmpty())
                && receipts.stream().allMatch(receipt -> receipt.fault().isEmpty());
    }

    @Derived
    List<ReceiptContent> believed() {
        return ReceiptContent.believed(receipts);
    }

    @Derived
    List<UnusableDelivery> unusable() {
        return ReceiptContent.unusable(receipts);
    }
}
