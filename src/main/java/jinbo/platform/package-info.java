/**
 * Technical ground that knows nothing of the domain: files, network, HTTP, COPY, CSV, deflate, the home folder,
 * SSH key files, errors and fault points. Every area may call it; it calls none.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jinbo.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
