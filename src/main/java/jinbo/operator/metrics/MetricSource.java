package jinbo.operator.metrics;

import java.util.List;

/** Reads some of the metrics from who keeps them. */
interface MetricSource {

    /** What is read, in a word, for the log. */
    String what();

    /** As they are now. */
    List<MetricSample> read();
}
