/**
 * Writes rows to PostgreSQL by COPY through a buffer of fixed size. {@code registry} and {@code reference} may use it.
 */
@NamedInterface("copy")
@NullMarked
package jinbo.platform.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
