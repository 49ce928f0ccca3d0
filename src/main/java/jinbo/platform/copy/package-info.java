/**
 * Rows by the hundred thousand into PostgreSQL: as text or as numbers, collected in a buffer of fixed size and sent by COPY.
 * Knows no table of ours.
 */
@NamedInterface("copy")
@NullMarked
package jinbo.platform.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
