/** Metrics and health on an HTTP port that {@code serve} opens, and chart data, without personal data. */
@NullMarked
package jinbo.operator.metrics;

import org.jspecify.annotations.NullMarked;
