package jinbo.operator.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundCounts;
import jinbo.registry.inbound.InboundCounts.InboundCount;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;

record InboundMetrics(InboundCounts counts, InboundFiles files) implements MetricSource {

    @Override
    public List<MetricSample> read() {
        List<InboundCount> byVerdict = counts.byVerdict();
        List<MetricSample> metricSamples = new ArrayList<>();
        byVerdict.forEach(count -> metricSamples.add(MetricSample.of(
                Metric.FILES,
                count.files(),
                count.insurer().value(),
                count.verdict()
                        .map(verdict -> verdict.name().toLowerCase(Locale.ROOT))
                        .orElse("none"))));
        ofInsurers(byVerdict).forEach((insurer, ofInsurer) -> addRows(metricSamples, insurer, ofInsurer));
        counts.findings()
                .forEach((code, count) -> metricSamples.add(MetricSample.of(Metric.FINDINGS, count, code.name())));
        files.held().stream()
                .collect(Collectors.groupingBy(InboundFile::insurer, Collectors.counting()))
                .forEach((insurer, held) ->
                        metricSamples.add(MetricSample.of(Metric.FILES_HELD, held, insurer.value())));
        return metricSamples;
    }

    private static Map<InsurerCode, List<InboundCount>> ofInsurers(List<InboundCount> counts) {
        return counts.stream().collect(Collectors.groupingBy(InboundCount::insurer));
    }

    private static void addRows(List<MetricSample> metricSamples, InsurerCode insurer, List<InboundCount> counts) {
        String label = insurer.value();
        long accepted = counts.stream().mapToLong(InboundCount::accepted).sum();
        long refused = counts.stream().mapToLong(InboundCount::refused).sum();
        metricSamples.add(MetricSample.of(Metric.ROWS, accepted, label, "accepted"));
        metricSamples.add(MetricSample.of(Metric.ROWS, refused, label, "refused"));
        counts.stream()
                .flatMap(count -> count.lastUploadAt().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(last -> metricSamples.add(MetricSample.at(Metric.LAST_UPLOAD, last, label)));
    }
}
