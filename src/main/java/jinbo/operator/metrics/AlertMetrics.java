package jinbo.operator.metrics;

import java.util.List;
import jinbo.operator.alert.OpenAlerts;
import org.springframework.stereotype.Component;

/** What needs a person. */
@Component
class AlertMetrics implements MetricSource {

    private final OpenAlerts openAlerts;

    AlertMetrics(OpenAlerts openAlerts) {
        this.openAlerts = openAlerts;
    }

    @Override
    public String what() {
        return "alerts";
    }

    @Override
    public List<MetricSample> read() {
        return openAlerts.countByCode().stream()
                .map(open -> MetricSample.of(
                        Metric.ALERTS, open.count(), open.code().name(), MetricSample.label(open.insurer())))
                .toList();
    }
}
