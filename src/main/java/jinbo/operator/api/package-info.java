/**
 * The local interface: operations come in as JSON over a Unix domain socket of this machine, with the signature of the
 * person who asks; results go out as JSON or as text, failures as problems (RFC 9457). {@code serve} opens it, and
 * nothing of it is reachable from a network.
 */
@NullMarked
package jinbo.operator.api;

import org.jspecify.annotations.NullMarked;
