/**
 * The records of all areas below come in; metrics and health for monitoring programs go out over an HTTP port of their
 * own, and the figures of charts to the console. They hold no personal data, and nothing is changed. {@code serve}
 * opens the port.
 */
@NullMarked
package jinbo.operator.metrics;

import org.jspecify.annotations.NullMarked;
