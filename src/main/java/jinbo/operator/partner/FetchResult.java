package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.operator.answer.Page;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.DropConnection;
import jinbo.partner.FetchDeliveredFiles;
import jinbo.partner.IngestInboxCertificates;
import jinbo.partner.OfferCertificate;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.phone.PhoneDigits;

/** The result of fetching delivered files: receipts, certificates, and files that must not be used. */
record FetchResult(
        List<String> files,
        List<ReceiptContent> receipts,
        List<ReceivedCertificate> certificates,
        List<String> passedOver)
        implements Incomplete {

    static FetchResult fetch(PartnerSession session, DropConnection drop) throws IOException {
        FetchDeliveredFiles.Fetched fetched = session.deliveries().fetch(drop.session(), session.now());
        List<ReceivedCertificate> certificates = new ArrayList<>();
        new IngestInboxCertificates(session.folder(), session.settings(), session.partner(), session.samples())
                .all()
                .forEach((file, result) -> certificates.add(ReceivedCertificate.of(file, result)));
        // receipts are opened only now, because a key that was revoked just now may have signed them
        PartnerSession now = session.reloadCertificates();
        List<ReceiptContent> receipts = new ArrayList<>();
        now.deliveries().fetchedReceipts().forEach((file, result) -> receipts.add(ReceiptContent.of(file, result)));
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
                    offered.map(any -> any.certificate().fingerprint().toGroupedString()),
                    result.ifNotGenuine().map(NotGenuine::fault),
                    result.ifNotGenuine().map(NotGenuine::detail));
        }

        @Derived
        Optional<DeliveryProblem> unusable() {
            return DeliveryProblem.of(fault, detail);
        }
    }

    /** The content of a receipt, or the reason why it is not genuine. */
    record ReceiptContent(
            String receipt,
            Optional<String> file,
            Optional<ReceiptStatus> status,
            long rows,
            long accepted,
            long refused,
            long warned,
            Optional<LocalDate> effectiveOn,
            Map<FindingCode, Long> findings,
            Optional<DeliveryFault> fault,
            Optional<String> detail) {

        static ReceiptContent of(Path file, VerificationResult<Receipt> result) {
            Optional<Receipt> receipt = result.ifGenuine();
            Optional<Tally> tally = receipt.map(Receipt::tally);
            return new ReceiptContent(
                    file.getFileName().toString(),
                    receipt.map(Receipt::file),
                    receipt.map(Receipt::status),
                    tally.map(Tally::rows).orElse(0L),
                    tally.map(Tally::accepted).orElse(0L),
                    tally.map(Tally::refused).orElse(0L),
                    tally.map(Tally::warned).orElse(0L),
                    receipt.flatMap(Receipt::effectiveOn),
                    tally.map(Tally::findings).orElse(Map.of()),
                    result.ifNotGenuine().map(NotGenuine::fault),
                    result.ifNotGenuine().map(NotGenuine::detail));
        }

        static List<ReceiptContent> believed(List<ReceiptContent> receipts) {
            return receipts.stream().filter(receipt -> receipt.fault.isEmpty()).toList();
        }

        static List<DeliveryProblem> unusable(List<ReceiptContent> receipts) {
            return receipts.stream()
                    .flatMap(receipt -> DeliveryProblem.of(receipt.fault, receipt.detail).stream())
                    .toList();
        }
    }

    record DeliveryProblem(DeliveryFault fault, String detail) {

        static Optional<DeliveryProblem> of(Optional<DeliveryFault> fault, Optional<String> detail) {
            return fault.map(found -> new DeliveryProblem(found, detail.orElse(Page.NOTHING)));
        }
    }
}
