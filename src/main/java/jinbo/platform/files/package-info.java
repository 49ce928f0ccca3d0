/**
 * Files of this machine: closed to everybody but their owner, whole and durable as soon as they can be seen, and hashed.
 * Knows nothing of what they hold or of who needs them.
 */
@NamedInterface("files")
@NullMarked
package jinbo.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
