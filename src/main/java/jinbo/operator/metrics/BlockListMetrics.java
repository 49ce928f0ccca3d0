package jinbo.operator.metrics;

import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.ListKind;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.ListCounts;
import jinbo.registry.blocklist.ListCounts.ListCount;

record BlockListMetrics(ListCounts counts) implements MetricSource {

    @Override
    public List<MetricSample> read() {
        List<MetricSample> metricSamples = new ArrayList<>();
        for (ListCount count : counts.byInsurer()) {
            String insurer = count.insurer().value();
            metricSamples.add(
                    MetricSample.of(Metric.LISTS_DELIVERED, count.fullDelivered(), insurer, ListKind.FULL.code()));
            metricSamples.add(
                    MetricSample.of(Metric.LISTS_DELIVERED, count.deltasDelivered(), insurer, ListKind.DELTA.code()));
            metricSamples.add(MetricSample.of(Metric.LISTS_UNDELIVERED, count.undelivered(), insurer));
            metricSamples.add(MetricSample.of(Metric.LIST_ROWS, count.rows(), insurer));
            count.numbersByLine()
                    .forEach((line, numbers) ->
                            metricSamples.add(MetricSample.of(Metric.LIST_NUMBERS, numbers, insurer, line.value())));
            count.deliveredAt()
                    .ifPresent(at -> metricSamples.add(MetricSample.at(Metric.LIST_DELIVERED_AT, at, insurer)));
            count.useBy()
                    .map(lastDay ->
                            lastDay.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant())
                    .ifPresent(end -> metricSamples.add(MetricSample.at(Metric.LIST_USE_BY, end, insurer)));
        }
        return metricSamples;
    }
}
