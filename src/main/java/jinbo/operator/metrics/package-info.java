/**
 * Provides metrics and health for monitoring programs on an HTTP port of its own, and chart data for the console, from
 * the records of all areas. They contain no personal data. {@code serve} opens the port.
 */
@NullMarked
package jinbo.operator.metrics;

import org.jspecify.annotations.NullMarked;
