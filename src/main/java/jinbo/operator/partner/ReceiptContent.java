package jinbo.operator.partner;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;

/**
 * What a receipt says, or why it must not be believed.
 *
 * @param effectiveOn first day of the blocks that come of it
 */
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
