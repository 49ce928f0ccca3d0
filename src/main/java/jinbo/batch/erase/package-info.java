/**
 * Erasing: numbers whose blocks ended long ago are replaced by their keyed hashes, and the keys of years that are past
 * recalling are destroyed. The job {@code erase-ended} does both.
 */
@NamedInterface("erase")
@NullMarked
package jinbo.batch.erase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
