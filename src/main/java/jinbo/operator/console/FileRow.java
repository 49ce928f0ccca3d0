package jinbo.operator.console;

import java.util.stream.Collectors;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdict;

/**
 * A file as pages show it. While it is held, no row is accepted or refused yet.
 *
 * @param status that of its receipt, or {@code NONE} while there is no verdict
 */
public record FileRow(
        long id,
        String insurer,
        String name,
        String received,
        String status,
        String rows,
        String accepted,
        String refused) {

    static FileRow of(InboundFile file) {
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        return new FileRow(
                file.id(),
                file.insurer().value(),
                file.shownName(),
                PageFormat.time(file.receivedAt()),
                file.verdict().map(Verdict::status).map(ReceiptStatus::name).orElse("NONE"),
                PageFormat.count(tally.rows()),
                isHeld(file) ? PageFormat.NOTHING : PageFormat.count(tally.accepted()),
                isHeld(file) ? PageFormat.NOTHING : PageFormat.count(tally.refused()));
    }

    static boolean isHeld(InboundFile file) {
        return file.verdict()
                .map(Verdict::status)
                .filter(ReceiptStatus.HELD::equals)
                .isPresent();
    }

    static String findings(Tally tally) {
        return tally.findings().entrySet().stream()
                .map(entry -> entry.getKey() + " " + PageFormat.count(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
