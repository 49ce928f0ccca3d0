/**
 * Technical functions that do not depend on the domain: files, network, HTTP, COPY, CSV, deflate, the home folder, SSH
 * key files, errors and fault points. All areas may call this one; it calls none.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jinbo.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
