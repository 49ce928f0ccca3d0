package jinbo.registry.inbound;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;

/**
 * What became of a file: the facts of its receipt.
 *
 * @param effectiveOn first day of the new blocks, where there are any
 * @param accessLogId the id of the access log's entry that records the result
 */
public record Verdict(
        ReceiptStatus status,
        Tally tally,
        Optional<LocalDate> effectiveOn,
        Optional<String> operatorDetail,
        long accessLogId) {}
