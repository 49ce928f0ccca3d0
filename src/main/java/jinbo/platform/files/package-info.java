/**
 * Writes local files that only their owner can access and that appear only when they are complete and durable; and
 * computes hashes.
 */
@NamedInterface("files")
@NullMarked
package jinbo.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
