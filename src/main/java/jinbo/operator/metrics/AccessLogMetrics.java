package jinbo.operator.metrics;

import java.util.ArrayList;
import java.util.List;
import jinbo.accesslog.LogState;
import jinbo.accesslog.ReadLogState;
import org.springframework.stereotype.Component;

/** How the access log stands. */
@Component
class AccessLogMetrics implements MetricSource {

    private final ReadLogState log;

    AccessLogMetrics(ReadLogState log) {
        this.log = log;
    }

    @Override
    public String what() {
        return "access log";
    }

    @Override
    public List<MetricSample> read() {
        LogState state = log.read();
        List<MetricSample> metricSamples = new ArrayList<>(List.of(
                MetricSample.of(Metric.LOG_ENTRIES, state.entries()),
                MetricSample.of(Metric.LOG_PENDING, state.pending()),
                MetricSample.of(Metric.LOG_OPEN_INTENTS, state.openIntents()),
                MetricSample.of(Metric.LOG_ALARMS, state.openAlarms())));
        state.checkpointAt().ifPresent(at -> metricSamples.add(MetricSample.at(Metric.LOG_CHECKPOINT, at)));
        return metricSamples;
    }
}
