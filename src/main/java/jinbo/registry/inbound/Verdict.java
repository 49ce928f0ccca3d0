package jinbo.registry.inbound;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;

/**
 * What became of a file: the facts of its receipt.
 *
 * @param status accepted, partly accepted, held or refused
 * @param tally its rows and findings, counted
 * @param effectiveOn first day of the new blocks, where there are any
 * @param operatorDetail what only operators are told
 * @param accessLogId the id of the access log's entry that records the result
 */
public record Verdict(
        ReceiptStatus status,
        Tally tally,
        Optional<LocalDate> effectiveOn,
        Optional<String> operatorDetail,
        long accessLogId) {

    /** A file of which no row was read. */
    public static Verdict unread(FindingCode because, String operatorDetail, long accessLogId) {
        return new Verdict(
                ReceiptStatus.REFUSED,
                Tally.unread(because),
                Optional.empty(),
                Optional.of(operatorDetail),
                accessLogId);
    }
}
