/**
 * The local interface: receives signed operations as JSON over a Unix domain socket of this machine. It returns results
 * as JSON or text, and failures as problems (RFC 9457). {@code serve} opens it; it is not reachable from a network.
 */
@NullMarked
package jinbo.operator.api;

import org.jspecify.annotations.NullMarked;
