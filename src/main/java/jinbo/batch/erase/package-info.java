/**
 * The job {@code erase-ended}: replaces numbers whose blocks ended long ago by keyed hashes, and later destroys the
 * keys of these hashes.
 */
@NamedInterface("erase")
@NullMarked
package jinbo.batch.erase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
