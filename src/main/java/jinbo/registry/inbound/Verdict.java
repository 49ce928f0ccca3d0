package jinbo.registry.inbound;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;

/** The result for an inbound file, as its receipt states it, with the first day of the new blocks. */
public record Verdict(
        ReceiptStatus status,
        Tally tally,
        Optional<LocalDate> effectiveOn,
        Optional<String> operatorDetail,
        long accessLogId) {}
