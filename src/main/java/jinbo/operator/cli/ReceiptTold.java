package jinbo.operator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
record ReceiptTold(
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

    private static final String COLUMNS = "file status rows accepted refused warned effective_on findings";

    static ReceiptTold of(Path file, VerificationResult<Receipt> verificationResult) {
        String name = file.getFileName().toString();
        if (verificationResult instanceof Genuine<Receipt> genuine) {
            Receipt receipt = genuine.value();
            return new ReceiptTold(
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
        return new ReceiptTold(
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

    static void tell(Page page, List<ReceiptTold> receipts) {
        List<ReceiptTold> believed =
                receipts.stream().filter(receipt -> receipt.fault.isEmpty()).toList();
        if (!believed.isEmpty()) {
            page.table(COLUMNS, believed, ReceiptTold::cells);
        }
        receipts.forEach(receipt -> receipt.fault.ifPresent(
                fault -> PrintDeliveryFault.tell(page, fault, receipt.detail.orElse(Page.NOTHING))));
    }

    private List<String> cells() {
        String found = findings.entrySet().stream()
                .map(entry -> entry.getKey() + " " + Page.count(entry.getValue()))
                .collect(Collectors.joining(", "));
        return Page.cells(
                file, status, rows, accepted, refused, warned, effectiveOn, found.isEmpty() ? Page.NOTHING : found);
    }
}
