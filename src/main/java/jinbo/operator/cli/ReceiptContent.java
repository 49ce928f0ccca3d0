package jinbo.operator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/**
 * What a receipt says, or why it must not be believed.
 *
 * @param receipt its name
 * @param file which upload it answers
 * @param status what became of that
 * @param rows rows that were read
 * @param accepted rows ingested
 * @param refused rows not ingested
 * @param warned rows with a warning
 * @param effectiveOn first day of the blocks that come of it
 * @param findings how often each code was found
 * @param fault why it must not be believed
 * @param detail the same in words
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

    static ReceiptContent of(Path file, VerificationResult<Receipt> verificationResult) {
        String name = file.getFileName().toString();
        if (verificationResult instanceof Genuine<Receipt> genuine) {
            Receipt receipt = genuine.value();
            return new ReceiptContent(
                    name,
                    Optional.of(receipt.file()),
                    Optional.of(receipt.status()),
                    receipt.tally().rows(),
                    receipt.tally().accepted(),
                    receipt.tally().refused(),
                    receipt.tally().warned(),
                    receipt.effectiveOn(),
                    receipt.tally().findings(),
                    Optional.empty(),
                    Optional.empty());
        }
        NotGenuine<Receipt> wrong = (NotGenuine<Receipt>) verificationResult;
        return new ReceiptContent(
                name,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                Optional.empty(),
                Map.of(),
                Optional.of(wrong.fault()),
                Optional.of(wrong.detail()));
    }

    static List<ReceiptContent> believed(List<ReceiptContent> receipts) {
        return receipts.stream().filter(receipt -> receipt.fault.isEmpty()).toList();
    }

    static List<UnusableDelivery> unusable(List<ReceiptContent> receipts) {
        return receipts.stream()
                .flatMap(receipt -> UnusableDelivery.of(receipt.fault, receipt.detail).stream())
                .toList();
    }
}
