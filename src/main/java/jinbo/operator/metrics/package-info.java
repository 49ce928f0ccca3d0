/**
 * Metrics and health for programs that watch over this one, over an HTTP port of their own that only {@code serve} opens. Holds no personal data;
 * reads the packages that keep the records, and changes nothing.
 */
@NullMarked
package jinbo.operator.metrics;

import org.jspecify.annotations.NullMarked;
