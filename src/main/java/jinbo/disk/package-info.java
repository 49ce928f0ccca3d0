/**
 * Files of this machine: closed to everybody but their owner, whole and durable as soon as they can be seen, and hashed.
 * Knows nothing of what they hold or of who needs them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jinbo.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
