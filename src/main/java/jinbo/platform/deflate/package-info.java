/**
 * Bytes come in together with the repetitions that the caller knows of; a deflate stream (RFC 1951) that every
 * inflater reads goes out. It does not search for repetitions, which is what makes lists of millions of similar rows
 * fast. Only {@code exchange} may call it.
 */
@NamedInterface("deflate")
@NullMarked
package jinbo.platform.deflate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
