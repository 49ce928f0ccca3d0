/**
 * Rows come in by the hundred thousand, as text or as numbers; they go out to PostgreSQL by COPY, through a buffer of
 * fixed size. It knows no table of ours. {@code registry} and {@code reference} may call it.
 */
@NamedInterface("copy")
@NullMarked
package jinbo.platform.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
