package jinbo.operator.upload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdict;

/** An upload with its verdict, as commands show it. */
public record TakenFile(
        InsurerCode insurer,
        String file,
        Instant receivedAt,
        Optional<ReceiptStatus> status,
        long rows,
        long accepted,
        long refused,
        long warned,
        Optional<LocalDate> effectiveOn,
        Map<FindingCode, Long> findings,
        Optional<String> detail) {

    public static TakenFile of(InboundFile file) {
        Optional<Tally> tally = file.verdict().map(Verdict::tally);
        return new TakenFile(
                file.insurer(),
                file.shownName(),
                file.receivedAt(),
                file.verdict().map(Verdict::status),
                tally.map(Tally::rows).orElse(0L),
                tally.map(Tally::accepted).orElse(0L),
                tally.map(Tally::refused).orElse(0L),
                tally.map(Tally::warned).orElse(0L),
                file.verdict().flatMap(Verdict::effectiveOn),
                tally.map(Tally::findings).orElse(Map.of()),
                file.verdict().flatMap(Verdict::operatorDetail));
    }
}
