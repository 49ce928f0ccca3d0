/** Signed operations over a Unix domain socket that {@code serve} opens; failures are problems (RFC 9457). */
@NullMarked
package jinbo.operator.api;

import org.jspecify.annotations.NullMarked;
