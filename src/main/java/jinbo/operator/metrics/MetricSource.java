package jinbo.operator.metrics;

import java.util.List;

/** Reads the current values of some metrics. */
@FunctionalInterface
interface MetricSource {

    List<MetricSample> read();
}
