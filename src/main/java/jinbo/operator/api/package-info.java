/**
 * The local interface: executes signed operations that programs send over a Unix domain socket, which {@code serve}
 * opens. It reports failures as problem details (RFC 9457).
 */
@NullMarked
package jinbo.operator.api;

import org.jspecify.annotations.NullMarked;
