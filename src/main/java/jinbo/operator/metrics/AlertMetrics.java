package jinbo.operator.metrics;

import java.util.List;
import jinbo.operator.alert.OpenAlerts;
import org.springframework.stereotype.Component;

/** What needs a person. */
@Component
class AlertMetrics implements MetricSource {

    private final OpenAlerts concerns;

    AlertMetrics(OpenAlerts concerns) {
        this.concerns = concerns;
    }

    @Override
    public String what() {
        return "concerns";
    }

    @Override
    public List<MetricSample> read() {
        return concerns.countByCode().stream()
                .map(open -> MetricSample.of(
                        Metric.CONCERNS, open.count(), open.code().name(), MetricSample.label(open.insurer())))
                .toList();
    }
}
