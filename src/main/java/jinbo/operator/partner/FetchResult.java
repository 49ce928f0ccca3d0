package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.FetchDeliveredFiles;
import jinbo.partner.IngestInboxCertificates;
import jinbo.partner.OfferCertificate;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.phone.PhoneDigits;

/** @param certificates what became of those that came in the association's name */
record FetchResult(
        List<String> files,
        List<ReceiptContent> receipts,
        List<ReceivedCertificate> certificates,
        List<String> passedOver)
        implements Incomplete {

    static FetchResult of(PartnerSession side, FetchDeliveredFiles.Fetched fetched) throws IOException {
        List<ReceivedCertificate> certificates = new ArrayList<>();
        new IngestInboxCertificates(side.folder(), side.settings(), side.partner(), side.samples())
                .all()
                .forEach((file, result) -> certificates.add(ReceivedCertificate.of(file, result)));
        // not before: a thief of the key that was revoked just now could have signed them
        PartnerSession now = side.reloadCertificates();
        List<ReceiptContent> receipts = new ArrayList<>();
        for (Path file : fetched.files()) {
            if (file.getFileName().toString().startsWith("receipt-")) {
                receipts.add(ReceiptContent.of(file, now.deliveries().receipt(file)));
            }
        }
        return new FetchResult(
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
    List<DeliveryProblem> unusable() {
        return ReceiptContent.unusable(receipts);
    }

    /**
     * What became of a certificate that came in the association's name.
     *
     * @param outcome a code; empty where it must not be used
     * @param fingerprint in groups of four
     */
    record ReceivedCertificate(
            String file,
            Optional<String> outcome,
            Optional<String> fingerprint,
            Optional<DeliveryFault> fault,
            Optional<String> detail) {

        static ReceivedCertificate of(Path file, VerificationResult<OfferCertificate.Offered> result) {
            Optional<OfferCertificate.Offered> offered = result.ifGenuine();
            return new ReceivedCertificate(
                    PhoneDigits.masked(file.getFileName().toString()),
                    offered.map(any -> any.outcome().name()),
                    offered.map(any -> any.certificate().fingerprint().inGroups()),
                    result.ifNotGenuine().map(NotGenuine::fault),
                    result.ifNotGenuine().map(NotGenuine::detail));
        }

        @Derived
        Optional<DeliveryProblem> unusable() {
            return DeliveryProblem.of(fault, detail);
        }
    }
}
