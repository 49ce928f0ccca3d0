package jinbo.operator.metrics;

import java.util.List;

/** Reads some of the metrics, as they are now, from who keeps them. */
@FunctionalInterface
interface MetricSource {

    List<MetricSample> read();
}
