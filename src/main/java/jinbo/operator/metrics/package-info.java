/**
 * Metrics and health on an HTTP port that {@code serve} opens, and the data of the console's charts. None of them
 * contains personal data.
 */
@NullMarked
package jinbo.operator.metrics;

import org.jspecify.annotations.NullMarked;
