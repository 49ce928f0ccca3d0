/**
 * Deflate (RFC 1951) for whoever knows where the content repeats itself and need not search for it, as a list of millions of alike
 * rows does. What it writes is read by every inflater. Knows nothing of what is deflated.
 */
@NamedInterface("deflate")
@NullMarked
package jinbo.platform.deflate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
