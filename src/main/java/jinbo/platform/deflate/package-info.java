/**
 * Writes deflate streams (RFC 1951) from bytes and from repetitions that the caller knows. It does not search for
 * repetitions, so it is fast for lists of millions of similar rows. Only {@code exchange} may use it.
 */
@NamedInterface("deflate")
@NullMarked
package jinbo.platform.deflate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
