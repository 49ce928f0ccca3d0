package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdict;

/**
 * What became of an upload.
 *
 * @param insurer whose it is
 * @param file its name, or what stands for a name that is not valid
 * @param receivedAt when it had been fetched
 * @param status of its last receipt; empty while it has no answer
 * @param rows rows that were read
 * @param accepted rows ingested
 * @param refused rows not ingested
 * @param warned rows with a warning
 * @param effectiveOn first day of the new blocks
 * @param findings how often each code was found
 * @param detail what only operators are told
 */
record TakenFile(
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

    private static final String COLUMNS = "insurer file status rows accepted refused warned effective_on findings";

    static TakenFile of(InboundFile file) {
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

    static void tell(Page page, List<TakenFile> files) {
        page.table(COLUMNS, files, TakenFile::cells);
        List<TakenFile> explained =
                files.stream().filter(file -> file.detail().isPresent()).toList();
        if (!explained.isEmpty()) {
            page.blank();
            page.say("collected.details");
            explained.forEach(
                    file -> page.print("  " + file.file() + ": " + file.detail().get()));
        }
    }

    String describeFindings() {
        return findings.isEmpty()
                ? Page.NOTHING
                : findings.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Page.count(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private List<String> cells() {
        return Page.cells(insurer, file, status, rows, accepted, refused, warned, effectiveOn, describeFindings());
    }
}
