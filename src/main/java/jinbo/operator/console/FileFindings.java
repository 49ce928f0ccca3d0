package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.format.Tally;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdict;

/** The findings of a file by code, without the text of its rows; the most frequent row findings come first. */
public record FileFindings(List<Group> whole, List<Group> rows) {

    /** Findings of one code, with their share of all rows, the first lines, and the number of further lines. */
    public record Group(
            String code,
            String meaning,
            String count,
            String share,
            long percent,
            String column,
            List<Integer> samples,
            String more) {}

    public boolean isEmpty() {
        return whole.isEmpty() && rows.isEmpty();
    }

    static FileFindings of(InboundFile file, Findings findings, int samples, Locale locale) {
        MessageLanguage language = "zh".equals(locale.getLanguage()) ? MessageLanguage.ZH : MessageLanguage.EN;
        Tally tally = file.verdict().map(Verdict::tally).orElse(Tally.NONE);
        Map<FindingCode.Level, List<Group>> groups = tally.findings().entrySet().stream()
                .sorted(Map.Entry.<FindingCode, Long>comparingByValue().reversed())
                .collect(Collectors.groupingBy(
                        found -> found.getKey().level(),
                        Collectors.mapping(
                                found -> group(
                                        found.getKey(),
                                        found.getValue(),
                                        tally.rows(),
                                        findings.first(file.id(), found.getKey(), samples),
                                        language),
                                Collectors.toList())));
        return new FileFindings(
                groups.getOrDefault(FindingCode.Level.FILE, List.of()),
                groups.getOrDefault(FindingCode.Level.ROW, List.of()));
    }

    private static Group group(
            FindingCode code, long count, long rows, List<Finding> samples, MessageLanguage language) {
        double percent = rows == 0 ? 0 : Math.min(100, 100.0 * count / rows);
        return new Group(
                code.name(),
                code.message(language),
                PageFormat.count(count),
                PageFormat.percent(percent),
                Math.round(percent),
                samples.stream()
                        .flatMap(finding -> finding.column().stream())
                        .findFirst()
                        .orElse(""),
                samples.stream()
                        .flatMap(finding -> finding.line().stream().boxed())
                        .toList(),
                count > samples.size() ? PageFormat.count(count - samples.size()) : "");
    }
}
